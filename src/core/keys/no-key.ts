/** What a text is that holds no key: a path, a placeholder, a secret … so that the message can say so. */
import type { KeyProblem } from './report.ts';

export type NoKey = { readonly problem: KeyProblem; readonly secret: boolean };

/** @param text trimmed, not empty */
export function whyNoKey(text: string): NoKey {
  const one = text.split('\n', 1)[0]?.trim() ?? '';
  const bare = one.replace(/^["'`]|["'`;,]$/g, '');
  if (/^[A-Za-z0-9]{32}$/.test(bare)) return { problem: { id: 'md5-key', severity: 'warning' }, secret: true };
  if (
    /^(file:\/\/|classpath:|\.{0,2}[\\/]|~\/|[A-Za-z]:[\\/])\S/.test(bare) ||
    /^\S{1,255}\.(pem|crt|cer|der|key|txt|pfx|p12|jks)$/i.test(bare)
  )
    return fail('file-path');
  if (
    /^(\$\{|\$\(|<.*>$|\{\{|%[A-Z_]+%$|(your|my)[\W_]|x{3,}|\*{3,}|\.{3,}|null$|undefined$|none$|todo)/i.test(bare) ||
    // What a program writes where it means the key: config('alipay.key'), process.env.KEY, os.environ["KEY"], @Value(…)
    /^(@?\w+(\.\w+)*(\(|\[)['"]|process\.env\b|os\.environ\b|System\.getenv\b|import\.meta\.env\b|@Value\b|settings\.\w|config\.\w)/.test(
      one,
    ) ||
    /请填|你的|您的|填写|替换|MIIB\.\.\./.test(one)
  )
    return fail('placeholder');
  // @see pay.weixin.qq.com/doc/v3/merchant/4012154180: serial numbers have 40 hex digits
  if (/^PUB_KEY_ID_\w{1,64}$/i.test(bare) || /^[0-9A-F]{40}$/.test(bare)) return fail('key-name');
  if (/^[0-9a-f\s:]{20,}$/i.test(text)) return fail('hex', { have: text.replace(/[\s:]/g, '').length });
  return fail('not-base64', { have: text.length });
}

function fail(id: KeyProblem['id'], params?: Readonly<Record<string, number>>): NoKey {
  return { problem: { id, severity: 'error', ...(params ? { params } : {}) }, secret: false };
}
