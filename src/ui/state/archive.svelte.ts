/** The history as the page sees it: opened on first need, its heads, what went wrong, and the rule that saves after a rest. */
import { createContext } from 'svelte';
import type { Head, History, Saved } from '../../history/history.ts';
import { Persisted } from './persisted.svelte.ts';
import type { Inspector, Shown } from './inspector.svelte.ts';

/** Rest before a settled inspection is kept. Milliseconds. */
const REST = 1500;

export class Archive {
  readonly keep = new Persisted<'on' | 'off'>('keep-history', ['on', 'off']);
  heads = $state.raw<readonly Head[]>([]);
  ready = $state(false);
  trouble = $state<'quota' | 'failed' | null>(null);
  reason = $state<History['reason']>(null);
  #opening: Promise<History> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The record of the message on the screen: an edit replaces it. */
  #current: { origin: number; id: string } | null = null;

  store(): Promise<History> {
    this.#opening ??= import('../../history/history.ts').then(async ({ openHistory }) => {
      const history = await openHistory();
      const refresh = () => {
        this.heads = history.heads();
        this.reason = history.reason;
      };
      history.subscribe(refresh);
      refresh();
      this.ready = true;
      return history;
    });
    return this.#opening;
  }

  /** Called with each settled inspection; keeps it once nothing has changed for a while. */
  rest(shown: Shown, inspector: Inspector): void {
    clearTimeout(this.#timer);
    if (this.keep.current === 'off' || !shown.inspection.claim) return;
    const { origin } = inspector;
    this.#timer = setTimeout(() => {
      if (inspector.shown === shown && inspector.phase === 'settled') void this.#save(shown, origin);
    }, REST);
  }

  /** The record that the next save of this message replaces. */
  adopt(origin: number, id: string): void {
    clearTimeout(this.#timer);
    this.#current = { origin, id };
  }

  async #save(shown: Shown, origin: number): Promise<void> {
    const replaces = this.#current?.origin === origin ? this.#current.id : undefined;
    const entry = { request: { text: shown.source, hints: shown.hints }, inspection: shown.inspection };
    const saved = await this.store()
      // eslint-disable-next-line svelte/prefer-svelte-reactivity -- read once, never changed
      .then((history) => history.save(entry, new Date(), replaces))
      .catch((): Saved => ({ ok: false, why: 'failed' }));
    this.trouble = saved.ok ? null : saved.why;
    if (saved.ok) this.#current = { origin, id: saved.id };
  }
}

export const [getArchive, setArchive] = createContext<Archive>();
