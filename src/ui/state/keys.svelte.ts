/** The key box: what the user typed, the files that were dropped, and the guard that keeps private keys off the screen. */
import type { KeyReport } from '../../core/keys/report.ts';
import { looksPrivate } from '../text/looks-private.ts';

const PRIVATE: readonly (string | null)[] = ['pkcs8', 'pkcs1-private'];

export class Keys {
  /** What the box shows. Never a private key. */
  text = $state('');
  /** True between the paste of a private key and the answer that brings its public half. */
  masked = $state(false);
  /** True once a private key was met: the warning stays until the box changes. */
  warned = $state(false);
  files = $state.raw<readonly Uint8Array[]>([]);
  #secret: string | null = null;

  /** What goes to the worker. */
  get material(): readonly (string | Uint8Array)[] {
    const text = this.#secret ?? this.text;
    return text.trim() ? [text, ...this.files] : this.files;
  }

  get empty(): boolean {
    return !this.masked && !this.text.trim() && !this.files.length;
  }

  /** Takes what was typed or pasted; a private key is taken out of sight at once. */
  type(text: string): void {
    this.warned = false;
    this.masked = looksPrivate(text);
    this.#secret = this.masked ? text : null;
    this.text = this.masked ? '' : text;
  }

  addFile(bytes: Uint8Array): void {
    const text = asText(bytes);
    if (text === null) this.files = [...this.files, bytes];
    else this.type(this.text.trim() ? `${this.text.trimEnd()}\n\n${text}` : text);
  }

  clear(): void {
    this.type('');
    this.files = [];
  }

  /** The worker has answered: whatever private was offered is replaced by its public half, or dropped where there is none. */
  answered(reports: readonly KeyReport[]): void {
    const offered = reports.filter((report) => report.origin === 'offered');
    const bare = offered.some(
      (report) => PRIVATE.includes(report.format) || report.problems.some(({ id }) => id.startsWith('private-key')),
    );
    if (!this.masked && !bare) return;
    this.text = offered.flatMap((report) => report.spki ?? []).join('\n');
    this.files = [];
    this.#secret = null;
    this.masked = false;
    this.warned = true;
  }

  /** No answer will come: nothing private may stay. */
  dropSecret(): void {
    if (!this.masked) return;
    this.#secret = null;
    this.masked = false;
    this.warned = true;
  }
}

/** Text where the bytes are plain text, null for binary (a DER certificate). */
function asText(bytes: Uint8Array): string | null {
  if (bytes[0] === 0x30 || bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
