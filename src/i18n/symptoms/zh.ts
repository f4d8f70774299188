/** Symptoms and their suspects in Chinese: why it fits, then how to tell. Loaded when the picker is opened. */
import type { SymptomWords } from './symptoms.ts';

export const words: SymptomWords = {
  'chinese-only': {
    label: '只有中文订单失败',
    'charset-gbk-as-utf8':
      '下单时没在网关网址里带 charset，支付宝就按 GBK 签名，纯英文订单两种编码字节相同，所以只有中文出错。看通知里 charset 的值，按它取字节再验签。',
    'latin1-redecode':
      '代码里对参数又做了一次 new String(v.getBytes("ISO-8859-1"), "UTF-8")，容器已经解过码，中文就变成了问号。注释掉这一行再试。',
    'mojibake-latin1':
      '请求体按 ISO-8859-1 解码，日志里的中文会变成“æµ‹è¯•”这样的字。在读取参数之前设置 request.setCharacterEncoding("UTF-8")。',
    'jvm-default-charset':
      '拼好的字符串用了不带参数的 getBytes()，结果取决于机器的默认编码。改成 getBytes("UTF-8")，或用 -Dfile.encoding=UTF-8 启动后对比。',
  },
  'success-only': {
    label: 'WAIT_BUYER_PAY 通过，TRADE_SUCCESS 失败',
    'html-entity-quotes':
      '只有付款成功的通知带 fund_bill_list，里面有双引号，全局 XSS 过滤会把它转成 &quot;。打印验签用的 fund_bill_list，看引号还在不在。',
    'json-reserialised-values':
      'fund_bill_list 是一段 JSON 文本，被解析成对象又写回去，空格和顺序就变了。验签必须用收到的原文，不要经过对象。',
    'backslash-quotes': '老版本 PHP 的 magic_quotes 或 addslashes 会在双引号前加反斜杠。没有引号的通知不受影响，所以只有成功通知失败。',
    'quotes-removed': '过滤器或日志组件把双引号删掉了，fund_bill_list 变成 [{amount:80.00}]。从请求体原文取值再比较。',
  },
  'return-only': {
    label: '同步返回失败，异步通过',
    'extra-framework-param':
      '同步返回走 GET，伪静态和路由会往查询串里加 s、_url、r 这类参数，POST 的异步通知不受影响。验签前去掉不是支付宝给的参数。',
    'own-query-param': 'return_url 里自带的参数会和支付宝的参数一起回来，但支付宝没有签它。把它从 return_url 去掉，或验签前删掉。',
    'sandbox-return-quirk': '在沙箱里见过把 sign_type 也算进签名的同步返回，正式环境没有这个问题。用 rsaCheckV2 试一次，能过就是它。',
    'double-url-decode': '查询串已经解过一次码，代码又解了一次，值里的 + 和 % 就变了。用框架给的参数，不要再调用 urldecode。',
  },
  'tool-passes': {
    label: '支付宝官方工具说验签通过',
    'alipay-key-recopied':
      '工具里的公钥是刚从开放平台复制的，服务端配置里的可能是旧的或少了字。把服务端实际加载的公钥打印出来，和工具里的逐字对比。',
    'extra-framework-param':
      '工具验的是你手工整理过的参数，服务端验的是框架给的全部参数，往往多出 s、_url。打印服务端真正参与验签的键名，对照一遍。',
    'sign-type-kept': '工具会自动去掉 sign_type，自己拼的串忘了去掉。把服务端拼的待验签串粘贴到“服务端实际验签内容”，立刻就能看出来。',
    'sign-hash-mismatch': '工具选的是 RSA2，代码里的默认值可能还是 RSA（SHA-1）。核对 SDK 初始化时传的 sign_type。',
  },
  'server-only': {
    label: '本地可以，服务器不行',
    'jvm-default-charset':
      '同样的代码，Windows 默认 GBK，Linux 容器默认可能是 ASCII，getBytes() 的结果不同。凡是取字节的地方都写明 UTF-8。',
    'extra-framework-param': '服务器上的 nginx、Apache 伪静态规则会多传 s 或 _url，本地内置服务器没有这些规则。对比两边收到的参数名。',
    'wrong-env-key': '服务器配的是正式环境，公钥却还是沙箱的（或者反过来）。沙箱和正式环境的支付宝公钥不同，按 app_id 核对。',
    'proxy-rewrite': '网关、WAF 或负载均衡改写了请求体，例如重新编码、去掉空值。在网关前后各记一份原始请求体，逐字节比较。',
  },
  sometimes: {
    label: '时好时坏',
    'sign-plus-to-space': 'sign 里的 + 被多解了一次码，变成空格；恰好没有 + 的签名就能通过。看失败的那条 sign 里有没有空格。',
    'html-entity-quotes': '带引号、& 或尖括号的订单才会被过滤器改动，其余都正常。比较失败和成功订单的 subject、body。',
    'plus-to-space-value': '标题里有 + 的订单，+ 被当成空格又解了一次码。看失败订单的 subject 里有没有加号。',
    'trim-value': '标题首尾有空格的订单，被自动 trim 之后就和签名对不上。Laravel 的 TrimStrings 中间件会这样做，把回调路由排除掉。',
  },
  always: {
    label: '一条都没有通过过',
    'app-key-as-alipay-key': '最常见的是把自己的应用公钥填成了支付宝公钥，两者格式一样，看不出来。把公钥填进密钥框，这里能证实它对不对。',
    'wrong-env-key': '沙箱和正式环境各有一把支付宝公钥，用错环境就一条也过不了。按 app_id 到对应的控制台重新复制。',
    'content-not-decoded': '拼待验签串时用了还没有 URL 解码的值，里面能看到 %3A、%7B。先解码一次，再排序拼接。',
    'sign-type-kept': '支付通知要把 sign 和 sign_type 都去掉再拼，只去掉 sign 就全部失败。支付类通知用 rsaCheckV1，不要用 V2。',
  },
};
