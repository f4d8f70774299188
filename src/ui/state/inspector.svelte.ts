/** One inspection on the screen: what came in, what the worker last answered, and the way from one to the other. */
import { createContext } from 'svelte';
import type { Hints, Inspection, InspectProgress, SearchBudget } from '../../core/inspect.ts';
import type { WhatIf, WhatIfChoice } from '../../core/what-if.ts';
import { inspect, whatIf } from '../../workers/client.ts';
import { looksPrivate } from '../text/looks-private.ts';
import { Keys } from './keys.svelte.ts';

/** Above this the text box shows only the beginning; the whole source is inspected. UTF-16 units. */
const VIEW_LIMIT = 200_000;
/** Rest after a keystroke before an inspection starts; a paste does not wait. Milliseconds. */
const TYPING = 140;
/** How far a search goes that is asked to go on, and then on again: for as long as one likes. */
const DEEPER: readonly SearchBudget[] = [
  { maxCandidates: 1_000_000, maxMs: Infinity, maxOptional: 24 },
  { maxCandidates: Infinity, maxMs: Infinity, maxOptional: 24 },
];

export interface Shown {
  readonly source: string | Uint8Array;
  readonly hints: Hints;
  readonly inspection: Inspection;
}

interface Before {
  readonly source: string | Uint8Array;
  readonly view: string;
  readonly file: string | null;
  readonly keys: string;
  readonly served: string;
}

export class Inspector {
  readonly keys = new Keys();
  /** The last paste or file, until the first edit in the box. */
  #source = $state.raw<string | Uint8Array>('');
  view = $state('');
  /** Name of the file the source came from. */
  file = $state<string | null>(null);
  /** The second box: what "my server" used. Stays when another message comes, as the keys do. */
  served = $state('');
  hints = $state.raw<Hints>({});
  shown = $state.raw<Shown | null>(null);
  phase = $state<'idle' | 'busy' | 'settled' | 'stopped'>('idle');
  /** What the worker said of the keys, also where there is no message yet. */
  keyReports = $state.raw<Inspection['keys']>([]);
  progress = $state.raw<Pick<InspectProgress, 'tried' | 'total' | 'covered'> | null>(null);
  /** How often the search for this message was asked to go deeper. */
  depth = $state(0);
  /** Grows with each new source; an edit keeps it. History tells a new message from a changed one by it. */
  origin = $state(0);
  /** Folded to two lines on a phone, once something was pasted. */
  folded = $state(false);
  undoable = $state.raw<Before | null>(null);
  /** Called once a result is complete. */
  onsettled: ((shown: Shown) => void) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: AbortController | null = null;
  readonly #prepare: (inspection: Inspection) => Promise<void>;

  /** `prepare` fetches the words that a result needs before it is shown. */
  constructor(prepare: (inspection: Inspection) => Promise<void>) {
    this.#prepare = prepare;
  }

  readonly inspection = $derived(this.shown?.inspection ?? null);
  readonly empty = $derived(this.#source.length === 0 && this.shown === null);
  readonly long = $derived(typeof this.#source !== 'string' || this.#source.length > VIEW_LIMIT);

  get source(): string | Uint8Array {
    return this.#source;
  }

  /** A new message: pasted whole, dropped, or an example. */
  take(source: string | Uint8Array, file: string | null = null): void {
    if (typeof source === 'string' && looksPrivate(source) && !source.includes('sign=')) return this.typeKeys(source);
    this.origin++;
    this.hints = {};
    this.undoable = null;
    this.#set(source, file);
    this.folded = source.length > 0;
    this.#schedule(0);
  }

  /** The box was edited: what it shows is the source now. */
  edit(text: string): void {
    if (!this.#source.length) this.origin++;
    this.#set(text, null);
    this.folded = false;
    this.#schedule(TYPING);
  }

  typeKeys(text: string): void {
    this.keys.type(text);
    this.#schedule(this.keys.masked ? 0 : TYPING);
  }

  addKeyFile(bytes: Uint8Array): void {
    this.keys.addFile(bytes);
    this.#schedule(0);
  }

  typeServed(text: string): void {
    if (looksPrivate(text)) return this.typeKeys(text);
    this.served = text;
    this.#schedule(TYPING);
  }

  /** The answer to one of `Inspection.asks`; an empty one takes it back. */
  answer(id: string, text: string): void {
    const { [id]: _, ...others } = this.hints.inputs ?? {};
    this.hints = { ...this.hints, inputs: text === '' ? others : { ...others, [id]: text } };
    this.#schedule(TYPING);
  }

  hint(hints: Hints): void {
    this.hints = { ...this.hints, ...hints };
    this.#schedule(0);
  }

  again(): void {
    this.#schedule(0);
  }

  readonly canGoDeeper = $derived(this.phase === 'settled' && this.depth < DEEPER.length);

  /** Searches again, further than before. */
  deeper(): void {
    if (!this.canGoDeeper) return;
    const depth = this.depth + 1;
    this.#schedule(0);
    this.depth = depth;
  }

  whatIf(choice: WhatIfChoice): Promise<WhatIf | null> {
    const { source, hints } = this.shown ?? { source: this.#source, hints: this.hints };
    return whatIf({ text: source, keys: this.keys.material, hints }, choice);
  }

  /** Ends the search and keeps what is known. */
  cancel(): void {
    this.#running?.abort();
    this.#running = null;
    this.#keepCovered();
    this.progress = null;
    // What was not searched to its end can be asked for again.
    this.depth = Math.max(0, this.depth - 1);
    this.phase = this.shown ? 'settled' : 'idle';
  }

  clear(): void {
    this.undoable = { source: this.#source, view: this.view, file: this.file, keys: this.keys.text, served: this.served };
    this.#set('', null);
    this.keys.clear();
    this.served = '';
    this.hints = {};
    this.folded = false;
    this.#schedule(0);
  }

  undo(): void {
    const before = this.undoable;
    if (!before) return;
    this.undoable = null;
    this.#set(before.source, before.file);
    this.view = before.view;
    this.keys.type(before.keys);
    this.served = before.served;
    this.#schedule(0);
  }

  /** Shows a kept inspection exactly as it was; nothing runs until something changes. */
  open(source: string | Uint8Array, hints: Hints, inspection: Inspection): void {
    this.cancel();
    clearTimeout(this.#timer);
    this.origin++;
    this.undoable = null;
    this.#set(source, null);
    this.hints = hints;
    this.keys.clear();
    this.served = '';
    this.keys.type(inspection.keys.flatMap((key) => (key.origin === 'offered' ? (key.spki ?? []) : [])).join('\n'));
    this.shown = { source, hints, inspection };
    this.phase = 'settled';
    this.folded = true;
  }

  #set(source: string | Uint8Array, file: string | null): void {
    this.#source = source;
    this.file = file;
    const text = typeof source === 'string' ? source : new TextDecoder().decode(source.subarray(0, VIEW_LIMIT));
    this.view = text.length > VIEW_LIMIT ? text.slice(0, VIEW_LIMIT) : text;
  }

  /** What a search that was ended has ruled out is known all the same. */
  #keepCovered(): void {
    const { shown, progress } = this;
    if (!shown?.inspection.diagnosis || !progress?.covered) return;
    const { tried, covered: ruledOut } = progress;
    this.shown = { ...shown, inspection: { ...shown.inspection, diagnosis: { ...shown.inspection.diagnosis, tried, ruledOut } } };
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    this.#running?.abort();
    this.#running = null;
    this.progress = null;
    this.depth = 0;
    if (!this.#source.length && this.keys.empty) {
      this.shown = null;
      this.phase = 'idle';
      return;
    }
    this.phase = 'busy';
    this.#timer = setTimeout(() => void this.#run(), delay);
  }

  async #run(): Promise<void> {
    const running = new AbortController();
    this.#running = running;
    const source = this.#source;
    const hints = this.hints;
    const search = DEEPER[this.depth - 1];
    const show = (inspection: Inspection) => {
      this.shown = source.length ? { source, hints, inspection } : null;
      this.keys.answered(inspection.keys);
    };
    try {
      const inspection = await inspect(
        { text: source, keys: this.keys.material, hints, ...(this.served.trim() ? { served: this.served } : {}) },
        {
          signal: running.signal,
          ...(search ? { search } : {}),
          onprogress: (p) => {
            if (this.#running !== running) return;
            if (p.inspection) show(p.inspection);
            // A deeper search begins again with what is likely; the count never goes back.
            if (p.tried >= (this.progress?.tried ?? 0)) this.progress = p;
          },
        },
      );
      if (this.#running !== running) return;
      await this.#prepare(inspection);
      if (this.#running !== running) return;
      show(inspection);
      this.keyReports = inspection.keys;
      this.phase = this.shown ? 'settled' : 'idle';
      if (this.shown) this.onsettled?.(this.shown);
    } catch {
      // Superseded by a newer run, or the worker stopped; the text of the error may come from the input and is dropped.
      if (this.#running !== running) return;
      this.phase = 'stopped';
      this.keys.dropSecret();
    }
    this.#running = null;
    this.progress = null;
  }
}

export const [getInspector, setInspector] = createContext<Inspector>();
