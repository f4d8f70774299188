/** Attributes of every field that holds pasted text: no spell-check service, writing tool or password manager may read it. */
export const guard = {
  spellcheck: false,
  autocomplete: 'off',
  autocapitalize: 'off',
  autocorrect: 'off',
  translate: 'no',
  writingsuggestions: 'false',
  'data-gramm': 'false',
  'data-1p-ignore': '',
  'data-lpignore': 'true',
  'data-bwignore': '',
} as const;
