/** One small preference, remembered in this browser. Never anything that was pasted. */
export class Persisted<T extends string> {
  readonly #key: string;
  #value = $state() as T;

  /** `allowed` guards against what an older version, or a person, may have left there; its first entry is the default. */
  constructor(name: string, allowed: readonly [T, ...T[]]) {
    this.#key = `yanqian.${name}`;
    const stored = read(this.#key);
    this.#value = allowed.find((value) => value === stored) ?? allowed[0];
  }

  get current(): T {
    return this.#value;
  }

  set current(value: T) {
    this.#value = value;
    try {
      localStorage.setItem(this.#key, value);
    } catch {
      // blocked or full: the choice holds for this visit
    }
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
