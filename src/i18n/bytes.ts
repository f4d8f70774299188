/** What the view of bytes says, in both languages side by side; loaded with it. */
import type { Lang } from './messages.ts';

/** Ids of what cannot be seen and is counted. */
type Mark = 'lf' | 'crlf' | 'cr' | 'tab' | 'nul' | 'bom' | 'nbsp' | 'zero-width' | 'wide-space' | 'soft-hyphen';

export interface BytesWords {
  readonly view: string;
  readonly names: string;
  readonly mark: Readonly<Record<Mark, string>>;
  readonly jump: (what: string) => string;
  readonly noLineEnds: string;
  readonly end: Readonly<Record<'line-end' | 'blank', string>>;
  readonly high: (count: string) => string;
  readonly ascii: string;
  readonly pasted: string;
  readonly idle: string;
  readonly where: (from: string, to: string, count: string) => string;
  readonly outside: string;
  readonly more: (count: number) => string;
  readonly copyHex: string;
  readonly cut: (from: string, to: string, total: string) => string;
  readonly lens: {
    readonly title: string;
    readonly declared: string;
    readonly detected: string;
    readonly used: string;
    readonly undeclared: string;
    readonly undetected: string;
    readonly field: string;
    readonly lead: string;
    readonly lost: (count: number) => string;
    readonly clean: string;
    readonly latin: string;
    readonly inUse: string;
    readonly use: (charset: string) => string;
    readonly auto: string;
    readonly ascii: string;
    readonly gone: string;
  };
}

export const bytesWords: Readonly<Record<Lang, BytesWords>> = {
  zh: {
    view: '字节与文字对照',
    names: '跳到参数',
    mark: {
      lf: '换行 LF',
      crlf: '换行 CRLF',
      cr: '单独的 CR',
      tab: '制表符',
      nul: 'NUL',
      bom: 'BOM',
      nbsp: '不换行空格',
      'zero-width': '零宽字符',
      'wide-space': '全角空格',
      'soft-hyphen': '软连字符',
    },
    jump: (what) => `跳到 ${what}`,
    noLineEnds: '没有换行',
    end: { 'line-end': '结尾多一个换行', blank: '结尾有空白' },
    high: (count) => `${count} 个非 ASCII 字节`,
    ascii: '全部是 ASCII',
    pasted: '粘贴的文字按 UTF-8 计',
    idle: '点参数名跳到它的字节；指到字节上，也会看到它属于哪个参数。',
    where: (from, to, count) => `${from} – ${to} · ${count} 字节`,
    outside: '不在当前显示的范围内',
    more: (count) => `其余 ${count} 个`,
    copyHex: '复制十六进制',
    cut: (from, to, total) => `内容很长，只显示第 ${from} 到 ${to} 字节，共 ${total} 字节。`,
    lens: {
      title: '字符编码',
      declared: '报文声明',
      detected: '字节符合',
      used: '当前使用',
      undeclared: '没有声明',
      undetected: '看不出',
      field: '对照的参数',
      lead: '同一段字节按几种编码读出来。读得通的那一种，才是对方发送时用的编码。',
      lost: (count) => `${count} 处读不出`,
      clean: '每个字节都能解码',
      latin: '什么字节都能解码，不能当作证据',
      inUse: '使用中',
      use: (charset) => `改用 ${charset}`,
      auto: '恢复自动判断',
      ascii: '所有参数都只有 ASCII 字符，用哪种编码读都一样。',
      gone: '中文是以文字粘贴进来的，当初的字节已经看不到，没法对照。把原始报文（带 %XX 的）粘贴进来，或拖入抓到的文件，就能核对编码。',
    },
  },
  en: {
    view: 'Bytes beside their text',
    names: 'Jump to a parameter',
    mark: {
      lf: 'LF',
      crlf: 'CRLF',
      cr: 'CR alone',
      tab: 'tabs',
      nul: 'NUL',
      bom: 'BOM',
      nbsp: 'no-break spaces',
      'zero-width': 'zero-width characters',
      'wide-space': 'ideographic spaces',
      'soft-hyphen': 'soft hyphens',
    },
    jump: (what) => `Jump to ${what}`,
    noLineEnds: 'No line ends',
    end: { 'line-end': 'Ends with a line end', blank: 'Ends with a blank' },
    high: (count) => `${count} non-ASCII bytes`,
    ascii: 'All ASCII',
    pasted: 'Pasted text counts as UTF-8',
    idle: 'Click a name to jump to its bytes; point at bytes to see whose they are.',
    where: (from, to, count) => `${from} – ${to} · ${count} bytes`,
    outside: 'outside the stretch shown',
    more: (count) => `${count} more`,
    copyHex: 'Copy as hex',
    cut: (from, to, total) => `This is long: only bytes ${from} to ${to} of ${total} are shown.`,
    lens: {
      title: 'Character set',
      declared: 'Declared',
      detected: 'Bytes fit',
      used: 'In use',
      undeclared: 'not declared',
      undetected: 'cannot be told',
      field: 'Parameter compared',
      lead: 'The same bytes, read by several character sets. The one that makes sense is the one the sender used.',
      lost: (count) => `${count} unreadable`,
      clean: 'every byte decodes',
      latin: 'decodes anything, so it proves nothing',
      inUse: 'In use',
      use: (charset) => `Use ${charset}`,
      auto: 'Back to automatic',
      ascii: 'Every parameter is plain ASCII: all character sets read it alike.',
      gone: 'The Chinese text was pasted as text, so its original bytes are gone and cannot be compared. Paste the raw body (with its %XX), or drop the captured file, to check the character set.',
    },
  },
};
