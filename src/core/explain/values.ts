/** What a message says under a name: its parameters, then the members of the structures among them. Opened once for all that ask. */
import type { ExplainShape, NameList, Structure } from '../providers/shape.ts';
import type { Reading } from '../read/reading.ts';
import type { FieldKind } from '../providers/field.ts';
import { beginsXml, entriesOf, isJson, jsonItems, jsonRows, structuredRows, xmlRows } from './nested.ts';
import type { NestedRow } from './nested.ts';

/** A parameter, opened. */
export interface Opened {
  readonly as: 'json' | 'xml' | 'structured' | 'text';
  readonly rows: readonly NestedRow[];
}

/** Rows of a whole message. */
const MAX_ROWS = 20_000;
/** Names repeat in every row of what they hold: a longer one is not opened. */
const MAX_NAME = 512;
/** Structures looked into for `a.b`; a notification has a handful. */
const MAX_OPENED = 500;

/** Past a limit: what it is stays true, only its rows are missing. */
const unopened = (value: string): Opened => ({ as: isJson(value) ? 'json' : 'text', rows: [] });

export class Values {
  /** Beside `Reading.pairs`. */
  readonly opened: readonly Opened[];
  readonly #values = new Map<string, string>();
  readonly #items = new Map<string, readonly ReadonlyMap<string, string>[] | null>();
  readonly #shape: ExplainShape;

  constructor({ pairs }: Reading, shape: ExplainShape, kindOf: (name: string) => FieldKind | undefined) {
    this.#shape = shape;
    let [rows, count] = [0, 0];
    this.opened = pairs.map(({ name, value }): Opened => {
      if (rows >= MAX_ROWS || count >= MAX_OPENED) return unopened(value);
      const opened = this.#open(name, value, kindOf(name));
      rows += opened.rows.length;
      if (opened.rows.length > 0) count++;
      return opened;
    });
    for (const { name, value } of pairs) this.#note(name, value);
    for (const [i, { name }] of pairs.entries()) {
      const speaks = this.speaks(name);
      for (const { path, value } of this.opened[i]?.rows ?? []) {
        this.#note(`${name}${path.startsWith('[') ? '' : '.'}${path}`, value);
        if (speaks) this.#note(path, value);
      }
    }
  }

  /** Whether members of this parameter speak for the message itself. */
  speaks(name: string): boolean {
    return this.#shape.inside.some((each) => (each.startsWith('*') ? name.endsWith(each.slice(1)) : name === each));
  }

  get(name: string): string | undefined {
    return this.#values.get(name);
  }

  /** The first that is there and not empty. */
  first(names: NameList): string | undefined {
    for (const name of names) {
      const value = this.#values.get(name);
      if (value !== undefined && value !== '') return value;
    }
    return undefined;
  }

  /** Members of the maps of a JSON list; null where the parameter is no such list. Undefined where it is absent or empty. */
  items(name: string): readonly ReadonlyMap<string, string>[] | null | undefined {
    const text = this.#values.get(name);
    if (text === undefined || text === '') return undefined;
    let items = this.#items.get(name);
    if (items === undefined) this.#items.set(name, (items = jsonItems(text)));
    return items;
  }

  /** A number as it stands, or how many entries a list has: JSON, or one with marks between. */
  count(name: string): string | undefined {
    const text = this.#values.get(name);
    const structure = this.#structure(name);
    if (text === undefined) return undefined;
    if (structure) return String(entriesOf(text, structure));
    return /^\d{1,9}$/.test(text) ? text : this.items(name)?.length.toString();
  }

  #note(name: string, value: string): void {
    if (!this.#values.has(name)) this.#values.set(name, value);
  }

  #open(name: string, value: string, kind: FieldKind | undefined): Opened {
    if (name.length > MAX_NAME) return unopened(value);
    if ((kind === 'json' || kind === 'xml') && beginsXml(value)) return { as: 'xml', rows: xmlRows(value) };
    const structure = this.#structure(name);
    if (structure || kind === 'structured') return { as: 'structured', rows: structuredRows(value, structure) };
    return isJson(value) ? { as: 'json', rows: jsonRows(value) } : { as: 'text', rows: [] };
  }

  #structure(name: string): Structure | undefined {
    const { structures } = this.#shape;
    return Object.hasOwn(structures, name) ? structures[name] : undefined;
  }
}
