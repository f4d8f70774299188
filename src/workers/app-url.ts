/**
 * The one Trusted Types policy of ours, `app-url`: script addresses of our own origin, nothing else.
 * Page and worker are separate realms, and each makes its own.
 */

interface Policy {
  createScriptURL(address: string): string;
}

interface Factory {
  createPolicy(name: string, rules: Policy): Policy;
}

/** The absolute address when it is of the origin that this code came from, else null. A page that is one file has its workers in blobs. */
export function sameOrigin(address: string, base: string): string | null {
  if (!URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  if (import.meta.env.MODE === 'single' && url.protocol === 'blob:') return url.href;
  return url.protocol.startsWith('http') && url.origin === new URL(base).origin ? url.href : null;
}

/** A page that is one file on a disk may start classic workers only: Chromium loads no module from a blob of such a page. */
export const WORKER_TYPE: WorkerType = import.meta.env.MODE === 'single' ? 'classic' : 'module';

let policy: Policy | null = null;

/**
 * The address in the form that `new Worker` and `register` accept under our policy.
 * @throws for an address of another origin, which is a mistake of ours: no address comes from input
 */
export function appUrl(address: string): string {
  policy ??= makePolicy();
  return policy.createScriptURL(address);
}

function makePolicy(): Policy {
  const rules: Policy = {
    createScriptURL(address) {
      const ours = sameOrigin(address, globalThis.location.href);
      if (ours === null) throw new TypeError('app-url: not of this origin');
      return ours;
    },
  };
  const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
  return factory ? factory.createPolicy('app-url', rules) : rules;
}
