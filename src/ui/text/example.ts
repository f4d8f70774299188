/** Loads one of the built-in examples: a message and its key, in one click. */
import type { Inspector } from '../state/inspector.svelte.ts';

export type ExampleId = 'verified' | 'wrong-key' | 'broken' | 'wechatpay';

export async function loadExample(id: string, inspector: Inspector): Promise<void> {
  const { examples } = await import('../examples/examples.ts');
  const example = examples.find((candidate) => candidate.id === id);
  if (!example) return;
  inspector.keys.clear();
  inspector.keys.type(example.keys.join('\n\n'));
  inspector.served = example.served ?? '';
  inspector.take(example.text);
}
