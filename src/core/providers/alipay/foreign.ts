/**
 * Parameters that Alipay did not send: the merchant's own ones on return_url or notify_url, those of a framework's router,
 * of a middleware, cookies. Alipay signs none of them. Which it was, only the name can tell.
 */

/** Names that routers and rewrite rules put among the parameters. */
const ROUTING = new Set([
  's',
  'q',
  'r',
  'm',
  'c',
  'a',
  'g',
  'd',
  'do',
  'op',
  'mod',
  'act',
  'url',
  '_url',
  '_url_',
  '_url_[]',
  'route',
  'path',
  'controller',
  'action',
  'module',
  'format',
  'page_id',
  'rewrite',
  'request_uri',
  'path_info',
  'method_override',
  '_method',
  '__path__',
  'addon',
  'plugin',
  'i',
  'j',
]);

/** Names that middleware adds. */
const ADDED =
  /^(_?token|access_token|csrf\w*|_csrf|_t|_|ts|t|time|timestamp_?|rand|random|nonce|lang|locale|language|tenant|tenant_?id|tenantcode|client_?ip|ip|trace_?id|request_?id|sid|user|uid|platform|device|source|from|debug|env|x-[\w-]+)$/;

/** Names that cookies have. */
const COOKIES =
  /^(phpsessid|jsessionid|asp\.?net_sessionid|asp_net_sessionid|laravel_session|xsrf-token|_ga\w*|_gid|_gat\w*|hm_l[vp]vt_\w+|hm_lvt_\w+|hm_lpvt_\w+|cna|uuid_?|think_language|think_var|session|sessionid|connect_sid|remember_\w+|cookie\w*|acw_tc|aliyungf_tc|utm_\w+|__utm\w+)$/;

export type ForeignCause = 'extra-framework-param' | 'app-added-param' | 'request-superglobal-cookies' | 'own-query-param';

/** The likeliest origin of an unknown name, then the others. */
export function originOf(name: string): readonly [ForeignCause, ...ForeignCause[]] {
  const lower = name.toLowerCase();
  const all: ForeignCause[] = ['own-query-param', 'extra-framework-param', 'app-added-param', 'request-superglobal-cookies'];
  const first: ForeignCause = COOKIES.test(lower)
    ? 'request-superglobal-cookies'
    : ROUTING.has(lower) || name.includes('/')
      ? 'extra-framework-param'
      : ADDED.test(lower)
        ? 'app-added-param'
        : 'own-query-param';
  return [first, ...all.filter((id) => id !== first)];
}

/** Letters and digits only, in one case, after compatibility folding: what is left when someone dresses up a known name. */
export function skeleton(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether an extra of this name may be ignored: unknown, plainly named (or a known routing name), and no known name in disguise. */
export function mayBeUnsigned(name: string, known: ReadonlySet<string>, skeletons: ReadonlySet<string>): boolean {
  if (known.has(name)) return false;
  const plain = /^[A-Za-z0-9_.-]+$/.test(name);
  if (!plain && !ROUTING.has(name.toLowerCase()) && !/^\/[\w./-]*$/.test(name)) return false;
  return !skeletons.has(skeleton(name));
}
