/**
 * The catalogue of causes: stable ids, where the mistake sits, and what undoing it means for the verdict.
 * Ordered by how often each was met in public reports (`prevalence`); `sources` are such reports.
 */

/** What a match means: undone on reading (`form`), a copy artefact no server makes (`copy`), an unsigned extra (`unsigned`), a fault of the server or of the paste (`server`, `either`), of the key (`key`), or nothing to undo (`none`). */
export type Effect = 'form' | 'copy' | 'unsigned' | 'server' | 'either' | 'key' | 'none';

export interface Cause {
  readonly id: string;
  readonly where: 'key' | 'signature' | 'content' | 'transport' | 'environment';
  readonly effect: Effect;
  /** Which provider's messages it can befall. */
  readonly provider: string;
  /** Reports met in a survey of public issue threads, question pages and blogs. */
  readonly prevalence: number;
  /** Whether the paste shows it, or only the second box (`served`) or another key does. */
  readonly visible: 'paste' | 'served' | 'key';
  readonly sources: readonly string[];
}

export const causes = [
  { id: "app-key-as-alipay-key", where: "key", effect: "key", provider: "alipay", prevalence: 23, visible: "key", sources: ["imjcw/talk#60", "yansongda/pay#63", "essensoft/paylinks#21", "smartwalle/alipay#102", "fym201/alipay-node-sdk#18"] },
  { id: "v3-body-reserialised", where: "content", effect: "either", provider: "wechat-v3", prevalence: 15, visible: "paste", sources: ["wechatpay-apiv3/wechatpay-apache-httpclient#152", "wechatpay-apiv3/wechatpay-apache-httpclient#158", "wechatpay-apiv3/wechatpay-go#119", "wechatpay-apiv3/wechatpay-go#230", "binarywang/weixin-java-pay-demo#109"] },
  { id: "extra-framework-param", where: "content", effect: "unsigned", provider: "alipay", prevalence: 12, visible: "paste", sources: ["yansongda/pay#303", "lokielse/omnipay-alipay#108", "lokielse/omnipay-alipay#159", "yansongda/pay#158", "yansongda/pay#214"] },
  { id: "alipay-key-recopied", where: "key", effect: "key", provider: "alipay", prevalence: 10, visible: "key", sources: ["yansongda/pay#194", "yansongda/pay#230", "yansongda/pay#360", "dedemao/alipay#8", "lokielse/omnipay-alipay#137"] },
  { id: "html-entity-quotes", where: "content", effect: "either", provider: "alipay", prevalence: 9, visible: "paste", sources: ["yansongda/pay#180", "lokielse/omnipay-alipay#143", "alipay/alipay-easysdk#58", "yunwuxin/think-pay#2", "lizhipay/acg-faka#182"] },
  { id: "querydict-lists", where: "content", effect: "form", provider: "alipay", prevalence: 8, visible: "paste", sources: ["fzlee/alipay#55", "fzlee/alipay#79", "fzlee/alipay#102", "fzlee/alipay#35", "lxneng/alipay#21"] },
  { id: "v2-hash-type", where: "signature", effect: "server", provider: "wechat-v2", prevalence: 8, visible: "served", sources: ["binarywang/WxJava#1585", "binarywang/WxJava#1633", "silenceper/wechat#282", "wxpay/WXPay-SDK-Java#1", "befinal/node-tenpay#92"] },
  { id: "charset-gbk-as-utf8", where: "content", effect: "either", provider: "alipay", prevalence: 8, visible: "paste", sources: ["yansongda/pay#59", "yansongda/pay#167", "yansongda/pay#249", "dedemao/alipay#7", "CSDN 79380631"] },
  { id: "v3-wrong-cert", where: "key", effect: "key", provider: "wechat-v3", prevalence: 8, visible: "key", sources: ["binarywang/WxJava#2879", "klover2/wechatpay-node-v3-ts#73", "wechatpay-apiv3/wechatpay-guzzle-middleware#5", "wechatpay-apiv3/wechatpay-java#120", "wechatpay-apiv3/wechatpay-go#11"] },
  { id: "pem-missing-header", where: "key", effect: "key", provider: "alipay", prevalence: 8, visible: "key", sources: ["smartwalle/alipay#14", "lokielse/omnipay-alipay#32", "lokielse/omnipay-alipay#45", "fym201/alipay-node-sdk#7", "CSDN 132908263"] },
  { id: "mojibake-lossy", where: "content", effect: "either", provider: "alipay", prevalence: 6, visible: "paste", sources: ["smartwalle/alipay#257", "yansongda/pay#14", "yansongda/pay#61", "yansongda/pay#183", "coderpwh.net riskgo"] },
  { id: "sdk-bug", where: "environment", effect: "none", provider: "any", prevalence: 6, visible: "paste", sources: ["go-pay/gopay#424", "alipay/alipay-easysdk#111", "dotnetcore/Alipay.AopSdk.Core#2", "wandercn/alipay_sdk_rust#14", "alipay/alipay-sdk-nodejs-all#45"] },
  { id: "sign-equals-lost", where: "signature", effect: "either", provider: "alipay", prevalence: 6, visible: "paste", sources: ["Pay-Group/best-pay-sdk#74", "alipay/alipay-easysdk#182", "alipay/alipay-easysdk#254", "go-pay/gopay#113"] },
  { id: "sign-hash-mismatch", where: "signature", effect: "server", provider: "alipay", prevalence: 6, visible: "paste", sources: ["CSDN 78910817", "dtcms 324344", "dotnetcore/Alipay.AopSdk.Core#2", "alipay/alipay-sdk-nodejs-all#17", "m.php.cn faq 99699"] },
  { id: "sign-type-removed", where: "content", effect: "server", provider: "alipay", prevalence: 6, visible: "paste", sources: ["alipay/alipay-sdk-nodejs-all#23", "yansongda/pay#389", "yansongda/pay#375", "CSDN 107803218", "Aliyun article 707607"] },
  { id: "own-query-param", where: "content", effect: "unsigned", provider: "alipay", prevalence: 6, visible: "paste", sources: ["yansongda/pay#474", "helei112g/payment#144", "Aliyun article 707658", "Aliyun ask 285058", "CSDN 115149686"] },
  { id: "sandbox-return-quirk", where: "environment", effect: "server", provider: "alipay", prevalence: 6, visible: "paste", sources: ["smartwalle/alipay#123", "yansongda/pay#389", "yansongda/pay#94", "newbee-ltd/newbee-mall-plus#51", "learnku 27043"] },
  { id: "html-named-entity", where: "content", effect: "copy", provider: "alipay", prevalence: 5, visible: "paste", sources: ["latrell/Alipay#7", "CSDN 116214856", "cloud.tencent 2211553", "CSDN 130403250", "Aliyun article 707658"] },
  { id: "body-not-parsed", where: "transport", effect: "none", provider: "alipay", prevalence: 5, visible: "paste", sources: ["expressjs/body-parser#137", "go-pay/gopay#405", "fym201/alipay-node-sdk#7", "CSDN 99950630", "CSDN 114798982"] },
  { id: "double-url-decode", where: "content", effect: "either", provider: "alipay", prevalence: 5, visible: "paste", sources: ["alipay/alipay-sdk-nodejs-all#45", "alipay/alipay-sdk-nodejs-all#68", "alipay/alipay-sdk-nodejs-all#83", "yansongda/pay#681", "shangjiazhushou 23972839"] },
  { id: "sync-response-rebuilt", where: "content", effect: "server", provider: "alipay", prevalence: 5, visible: "paste", sources: ["smartwalle/alipay#21", "smartwalle/alipay#118", "fzlee/alipay#10", "yansongda/pay#1055 (unresolved)"] },
  { id: "wechat-signtest", where: "signature", effect: "none", provider: "wechat-v3", prevalence: 5, visible: "paste", sources: ["binarywang/WxJava#3422", "wechatpay-apiv3/wechatpay-php#139", "wechatpay-apiv3/wechatpay-java#319", "yansongda/pay#1007", "pay.weixin.qq.com 4016241880"] },
  { id: "sign-plus-to-space", where: "signature", effect: "either", provider: "alipay", prevalence: 5, visible: "paste", sources: ["wandercn/alipay_sdk_rust#14", "Javen205/IJPay#92", "smartwalle/alipay#132", "CSDN 50718126", "shangjiazhushou 23972839"] },
  { id: "java-map-tostring", where: "content", effect: "form", provider: "alipay", prevalence: 4, visible: "paste", sources: ["go-pay/gopay#216", "fzlee/alipay#90", "fym201/alipay-node-sdk#13", "CSDN 119377258"] },
  { id: "sign-masked", where: "signature", effect: "none", provider: "alipay", prevalence: 4, visible: "paste", sources: ["fym201/alipay-node-sdk#7", "CSDN 119377258", "CSDN 130403250"] },
  { id: "sign-type-kept", where: "content", effect: "server", provider: "alipay", prevalence: 4, visible: "served", sources: ["alipay/alipay-sdk-nodejs-all#27", "lokielse/omnipay-alipay#170", "CSDN 119377258", "CSDN 80667151"] },
  { id: "latin1-redecode", where: "content", effect: "either", provider: "alipay", prevalence: 4, visible: "paste", sources: ["CSDN 100662469", "CSDN 107803218", "dtcms 324344", "Aliyun article 707607"] },
  { id: "cert-mode-vs-key-mode", where: "key", effect: "key", provider: "alipay", prevalence: 4, visible: "key", sources: ["yansongda/pay#338", "yansongda/pay#375", "Aliyun ask 285106", "CSDN 103785565"] },
  { id: "from-ant-gateway-message", where: "content", effect: "either", provider: "alipay", prevalence: 4, visible: "paste", sources: ["alipay/alipay-sdk-nodejs-all#23", "go-pay/gopay#216", "CSDN 122216542", "coderpwh.net riskgo"] },
  { id: "backslash-quotes", where: "content", effect: "either", provider: "alipay", prevalence: 3, visible: "paste", sources: ["yansongda/pay#749", "CSDN 115636045", "CSDN 108291151"] },
  { id: "base64-linebreaks", where: "signature", effect: "copy", provider: "alipay", prevalence: 3, visible: "paste", sources: ["smartwalle/alipay#21", "developers.weixin.qq.com 000a6822240e6824bb13d92f461000", "fzlee/alipay#38"] },
  { id: "decode-before-split", where: "content", effect: "either", provider: "alipay", prevalence: 3, visible: "paste", sources: ["Pay-Group/best-pay-sdk#74", "go-pay/gopay#113", "yansongda/pay#249"] },
  { id: "log-json-escaped", where: "content", effect: "copy", provider: "alipay", prevalence: 3, visible: "paste", sources: ["yansongda/pay#306", "yansongda/pay#180", "lokielse/omnipay-alipay#137"] },
  { id: "nginx-hex-escape", where: "content", effect: "copy", provider: "any", prevalence: 3, visible: "paste", sources: ["w7corp/easywechat#1131"] },
  { id: "param-missing", where: "content", effect: "either", provider: "alipay", prevalence: 3, visible: "paste", sources: ["go-pay/gopay#33", "go-pay/gopay#34", "alipay/alipay-easysdk#237"] },
  { id: "v2-signtype-removed", where: "content", effect: "server", provider: "wechat-v2", prevalence: 3, visible: "served", sources: ["helei112g/payment#211", "helei112g/payment#208", "binarywang/WxJava#1407"] },
  { id: "alipay-side-defect", where: "environment", effect: "none", provider: "alipay", prevalence: 3, visible: "paste", sources: ["coderpwh.net riskgo", "Srar/AlipayF2F#8", "smartwalle/alipay#203 (unexplained, full refund)"] },
  { id: "superglobals-empty", where: "transport", effect: "none", provider: "any", prevalence: 3, visible: "paste", sources: ["yansongda/hyperf-pay#24", "yansongda/laravel-pay#81", "yansongda/pay#1136"] },
  { id: "v2-unknown-fields", where: "content", effect: "either", provider: "wechat-v2", prevalence: 3, visible: "paste", sources: ["binarywang/WxJava#266", "binarywang/WxJava#1407", "developers.weixin.qq.com 0004a879f60928d89340b8b9f64c13"] },
  { id: "mojibake-latin1", where: "content", effect: "either", provider: "alipay", prevalence: 3, visible: "paste", sources: ["lodengo/alipay#23", "cnblogs 6061470", "Aliyun article 707599"] },
  { id: "wrong-env-key", where: "key", effect: "key", provider: "alipay", prevalence: 3, visible: "key", sources: ["yansongda/pay#94", "fzlee/alipay#34 (a reader's guess)", "m.php.cn faq 99699"] },
  { id: "app-result-wrapper", where: "content", effect: "form", provider: "alipay", prevalence: 2, visible: "paste", sources: ["fzlee/alipay#45", "OpenFlutter/tobias#84"] },
  { id: "content-not-decoded", where: "content", effect: "either", provider: "alipay", prevalence: 2, visible: "paste", sources: ["CSDN 122525948", "alipay/alipay-easysdk#254"] },
  { id: "empty-kept", where: "content", effect: "either", provider: "alipay", prevalence: 2, visible: "paste", sources: ["yansongda/laravel-pay#82", "smartwalle/alipay#21"] },
  { id: "mapi-notify-id-encoded", where: "content", effect: "either", provider: "alipay-mapi", prevalence: 2, visible: "paste", sources: ["cnblogs jackduan 9832313", "fengli/alipay_python#10"] },
  { id: "mapi-vs-openapi-key", where: "key", effect: "key", provider: "alipay-mapi", prevalence: 2, visible: "key", sources: ["chloerei/alipay#57", "chloerei/alipay#20"] },
  { id: "php-charset-converted", where: "content", effect: "server", provider: "alipay", prevalence: 2, visible: "paste", sources: ["yansongda/pay#59", "CSDN 122216542"] },
  { id: "request-superglobal-cookies", where: "content", effect: "unsigned", provider: "alipay", prevalence: 2, visible: "paste", sources: ["cnblogs jackduan 9832313", "lokielse/omnipay-unionpay#27"] },
  { id: "smart-quotes", where: "content", effect: "copy", provider: "alipay", prevalence: 2, visible: "paste", sources: ["CSDN 116214856", "CSDN 114798982"] },
  { id: "trim-value", where: "content", effect: "either", provider: "alipay", prevalence: 2, visible: "paste", sources: ["smartwalle/alipay#83", "yunwuxin/think-pay#2", "laravel/cashier-paddle#120 (other provider)", "laravel/cashier-paddle#173 (other provider)"] },
  { id: "wrong-algorithm-for-message", where: "content", effect: "server", provider: "alipay", prevalence: 2, visible: "served", sources: ["smartwalle/alipay#118", "Luncher/alipay#37"] },
  { id: "app-added-param", where: "content", effect: "unsigned", provider: "alipay", prevalence: 2, visible: "paste", sources: ["yansongda/laravel-pay#82", "Aliyun article 707607 (debug mode)"] },
  { id: "gbk-utf8-crossed", where: "content", effect: "either", provider: "alipay", prevalence: 2, visible: "paste", sources: ["Aliyun article 707658", "alipay/alipay-easysdk#146"] },
  { id: "global-path-or-header", where: "content", effect: "server", provider: "alipay-global", prevalence: 2, visible: "paste", sources: ["mantoufan/alipay-global-sdk-php#4", "mantoufan/alipay-global-sdk-php#2", "alipay/global-open-sdk-php#5"] },
  { id: "plus-to-space-value", where: "content", effect: "either", provider: "alipay", prevalence: 2, visible: "paste", sources: ["yansongda/pay#681", "chloerei/alipay#1"] },
  { id: "proxy-rewrite", where: "transport", effect: "either", provider: "any", prevalence: 2, visible: "paste", sources: ["mantoufan/alipay-global-sdk-php#4", "shangjiazhushou 23972839"] },
  { id: "rsa1-default-key", where: "key", effect: "key", provider: "alipay", prevalence: 2, visible: "key", sources: ["Srar/AlipayF2F#8", "shadowsocks/shadowsocks-manager#215"] },
  { id: "sign-still-encoded", where: "signature", effect: "either", provider: "alipay", prevalence: 2, visible: "paste", sources: ["CSDN 122525948", "fym201/alipay-node-sdk#13"] },
  { id: "app-cert-as-alipay-cert", where: "key", effect: "key", provider: "alipay", prevalence: 2, visible: "key", sources: ["Aliyun ask 285118 (guide)", "shangjiazhushou 23972839 (guide)"] },
  { id: "v2-wrong-key", where: "key", effect: "key", provider: "wechat-v2", prevalence: 2, visible: "key", sources: ["developers.weixin.qq.com 0004a879f60928d89340b8b9f64c13", "developers.weixin.qq.com 0004047ac20080dc20ba4063253c00"] },
  { id: "datetime-reformatted", where: "content", effect: "either", provider: "alipay", prevalence: 1, visible: "paste", sources: ["wechat community 000e24177649e85a440c9fae85b413 (V3 create_time)"] },
  { id: "empty-dropped", where: "content", effect: "server", provider: "alipay", prevalence: 1, visible: "paste", sources: ["smartwalle/alipay#83", "go-pay/gopay#216 (unresolved, has empty fields)"] },
  { id: "jvm-default-charset", where: "environment", effect: "server", provider: "alipay", prevalence: 1, visible: "served", sources: ["alipay/alipay-easysdk#146"] },
  { id: "key-path-as-key", where: "key", effect: "key", provider: "alipay", prevalence: 1, visible: "key", sources: ["yansongda/laravel-pay#26"] },
  { id: "key-whitespace-artefact", where: "key", effect: "key", provider: "alipay", prevalence: 1, visible: "key", sources: ["lokielse/omnipay-alipay#45"] },
  { id: "mapi-wap-order", where: "content", effect: "server", provider: "alipay-mapi", prevalence: 1, visible: "served", sources: ["chloerei/alipay#9"] },
  { id: "md5-vs-rsa", where: "key", effect: "key", provider: "alipay-mapi", prevalence: 1, visible: "key", sources: ["CSDN 50718126"] },
  { id: "nbsp-zero-width", where: "content", effect: "copy", provider: "alipay", prevalence: 1, visible: "paste", sources: ["alipay/alipay-sdk-nodejs-all#78"] },
  { id: "null-literal", where: "content", effect: "either", provider: "alipay", prevalence: 1, visible: "paste", sources: ["yansongda/laravel-pay#82"] },
  { id: "quotes-removed", where: "content", effect: "either", provider: "alipay", prevalence: 1, visible: "paste", sources: ["CSDN 110794463"] },
  { id: "replay-from-database", where: "content", effect: "either", provider: "alipay", prevalence: 1, visible: "paste", sources: ["go-pay/gopay#34"] },
  { id: "sign-of-other-message", where: "signature", effect: "none", provider: "alipay", prevalence: 1, visible: "paste", sources: ["fym201/alipay-node-sdk#13"] },
  { id: "sign-truncated", where: "signature", effect: "either", provider: "alipay", prevalence: 1, visible: "paste", sources: ["shadowsocks/shadowsocks-manager#456 (signature elided in report)"] },
  { id: "space-to-plus-value", where: "content", effect: "either", provider: "alipay", prevalence: 1, visible: "paste", sources: ["helei112g/payment#56"] },
  { id: "tampered-or-test", where: "content", effect: "none", provider: "alipay", prevalence: 1, visible: "paste", sources: ["fym201/alipay-node-sdk#7"] },
  { id: "v2-empty", where: "content", effect: "server", provider: "wechat-v2", prevalence: 1, visible: "served", sources: ["justquanyin/third-payment#7"] },
  { id: "v2-trim-cdata", where: "content", effect: "either", provider: "wechat-v2", prevalence: 1, visible: "paste", sources: ["w7corp/easywechat#1131", "wxpay WXPayUtil.generateSignature (source)"] },
  { id: "v3-body-newlines", where: "content", effect: "server", provider: "wechat-v3", prevalence: 1, visible: "served", sources: ["developers.weixin.qq.com 00006e19d50d6850da418f7fb68c00 (readLine loop)", "developers.weixin.qq.com 000c62da954ef81c89e2a27b56b400 (client signing, same mistake)"] },
  { id: "v3-header-loss", where: "transport", effect: "either", provider: "wechat-v3", prevalence: 1, visible: "paste", sources: ["yansongda/pay#1136"] },
  { id: "v3-missing-field", where: "content", effect: "either", provider: "wechat-v3", prevalence: 1, visible: "paste", sources: ["developers.weixin.qq.com answer of 2020-11-05"] },
  { id: "wrong-app-key", where: "key", effect: "key", provider: "alipay", prevalence: 1, visible: "key", sources: ["Varorbc/PaySharp#45"] },
  { id: "backslash-lost", where: "content", effect: "either", provider: "alipay", prevalence: 1, visible: "paste", sources: ["yansongda/pay#749 (maintainer: changed back and forth)"] },
  { id: "clock-or-replay", where: "environment", effect: "none", provider: "any", prevalence: 1, visible: "paste", sources: ["yansongda/pay#47 (asks whether sign expires)"] },
  { id: "key-rotated", where: "key", effect: "key", provider: "alipay", prevalence: 1, visible: "key", sources: ["wechatpay-apiv3/wechatpay-go#11"] },
  { id: "mq-forward", where: "transport", effect: "either", provider: "any", prevalence: 1, visible: "paste", sources: ["datasea go1014192465 (article)"] },
  { id: "numbers-reformatted", where: "content", effect: "either", provider: "alipay", prevalence: 1, visible: "paste", sources: ["Juejin 7146425833823928327"] },
  { id: "pem-double-header", where: "key", effect: "key", provider: "alipay", prevalence: 1, visible: "key", sources: ["zibianqu/zibianqu.github.io#61"] },
  { id: "pem-wrong-label", where: "key", effect: "key", provider: "alipay", prevalence: 1, visible: "key", sources: ["essensoft/paylinks#21 (maintainer asks 'is it PKCS1')", "smartwalle/alipay#118 (a reader suggests the other key format)"] },
  { id: "sort-order", where: "content", effect: "server", provider: "alipay", prevalence: 1, visible: "served", sources: ["wechat community 0004a879f60928d89340b8b9f64c13 (guide)"] },
  { id: "v3-charset", where: "content", effect: "either", provider: "wechat-v3", prevalence: 1, visible: "paste", sources: ["wechatpay-apiv3/wechatpay-apache-httpclient#138 (maintainer's suspicion)"] },
  { id: "verify-ok-but-not-success", where: "environment", effect: "none", provider: "alipay", prevalence: 1, visible: "paste", sources: ["lizhipay/acg-faka#182 (official tool says valid)"] },
  { id: "base64-url-safe", where: "signature", effect: "either", provider: "alipay", prevalence: 0, visible: "paste", sources: [] },
  { id: "duplicate-key", where: "content", effect: "either", provider: "alipay", prevalence: 0, visible: "paste", sources: [] },
  { id: "emoji-lost", where: "content", effect: "either", provider: "alipay", prevalence: 0, visible: "paste", sources: [] },
  { id: "field-renamed-case", where: "content", effect: "either", provider: "alipay", prevalence: 0, visible: "paste", sources: [] },
  { id: "json-reserialised-values", where: "content", effect: "either", provider: "alipay", prevalence: 0, visible: "paste", sources: [] },
  { id: "php-at-prefix", where: "content", effect: "server", provider: "alipay", prevalence: 0, visible: "served", sources: ["Anankke/SSPanel-UIM:tool/alipay-f2fpay/aop/AopClient.php", "0xs1riu5/vulawdhub (ECShop AlipayRSA.php)"] },
  { id: "unicode-normalised", where: "content", effect: "either", provider: "alipay", prevalence: 0, visible: "paste", sources: [] },
  { id: "whitespace-collapsed", where: "content", effect: "either", provider: "alipay", prevalence: 0, visible: "paste", sources: [] },
] as const satisfies readonly Cause[];

export type CauseId = (typeof causes)[number]['id'];
