/** Which values a kind of mistake can befall, by what the parameter is. */
import type { Scene } from '../../suspect.ts';

/** Free text: what people wrote, where blanks and signs are their own. */
export const isFree = (name: string, { kindOf }: Scene): boolean => {
  const kind = kindOf(name);
  return (
    name !== 'sign_type' &&
    (kind === null || kind === 'text' || kind === 'json' || kind === 'id' || kind === 'structured' || kind === 'xml') &&
    !/^(app_id|auth_app_id|charset|version|notify_id|trade_no|seller_id|buyer_id)$/.test(name)
  );
};

export const isProse = (name: string, scene: Scene): boolean => isFree(name, scene) && !/_list$/.test(name);

export const isTime = (name: string, { kindOf }: Scene): boolean =>
  kindOf(name) === 'time' || kindOf(name) === 'date' || kindOf(name) === 'epoch-ms' || /^gmt_|_time$|^timestamp$/.test(name);

export const isMoney = (name: string, { kindOf }: Scene): boolean =>
  kindOf(name) === 'money' || /(_amount|_fee|^price|^discount|^quantity)$/.test(name);

export const looksStructured = (_: string, __: Scene, value: string): boolean => /^\s*[[{]/.test(value);
