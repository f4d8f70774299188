/** Every cause of the catalogue in Chinese: its title and its remedies. */
import type { Catalogue } from './prose.ts';

export const catalogue: Catalogue = {
  'app-key-as-alipay-key': {
    title: '把应用公钥当成支付宝公钥',
    fix: '开放平台控制台 → 应用详情 → 开发设置 → 接口加签方式 → 查看“支付宝公钥”，整串复制到验签用的配置项：Java rsaCheckV1 的第 2 个参数；PHP $aop->alipayrsaPublicKey；Node new AlipaySdk({ alipayPublicKey })；Go client.LoadAliPayPublicKey(key)；Python AliPay(alipay_public_key_string=...)。不要填密钥工具生成的“应用公钥”。',
  },
  'v3-body-reserialised': {
    title: '微信 v3 body 被反序列化后重新生成（顺序、转义变化）',
    fix: '用收到的原始字节验签，验签通过后再解析。',
    remedies: [
      { stack: 'Spring', text: '@RequestBody byte[] body，再 new String(body, StandardCharsets.UTF_8)，不要用实体类或 JSONObject' },
      { stack: 'Go', text: 'b, _ := io.ReadAll(r.Body)，之后 r.Body = io.NopCloser(bytes.NewReader(b))' },
      { stack: 'PHP', text: "file_get_contents('php://input')，Laravel 用 $request->getContent()，ThinkPHP 用 $request->getInput()" },
      { stack: 'Express', text: "express.raw({ type: '*/*' })，或 express.json({ verify: (req, res, buf) => { req.rawBody = buf } })" },
      { stack: 'NestJS', text: 'NestFactory.create(AppModule, { rawBody: true })' },
    ],
  },
  'extra-framework-param': {
    title: '框架或伪静态多塞了路由参数（s、_url、q、_URL_…）',
    fix: '异步通知只取请求体，同步跳转只取查询串并去掉路由参数。Apache：RewriteRule ^(.*)$ index.php [QSA,PT,L,E=PATH_INFO:$1]。',
    remedies: [
      { stack: 'Laravel', text: '$request->post()，nginx 用 try_files $uri $uri/ /index.php?$query_string' },
      { stack: 'ThinkPHP、FastAdmin', text: "$request->post(false)，同步 $d = $request->get(false); unset($d['s'], $d['_URL_'])" },
      { stack: 'Yii2', text: "$request->post()，同步 unset($d['r'])；Phalcon：$this->request->getPost()，同步 unset($d['_url'])" },
      { stack: 'Rails', text: 'request.request_parameters / request.query_parameters，不用 params' },
    ],
  },
  'alipay-key-recopied': {
    title: '支付宝公钥内容不对（漏字、旧值、重新复制即好）',
    fix: '在开放平台重新整串复制支付宝公钥（2048 位的裸 base64 为 392 个字符，以 MIIBIjAN 开头、以 IDAQAB 结尾），覆盖配置后重启服务；重新上传应用公钥后支付宝公钥可能变化，须同步更新。自查：加上 PEM 头尾后执行 openssl pkey -pubin -in alipay.pem -noout -text，应显示 2048 bit。',
  },
  'html-entity-quotes': {
    title: '双引号被转成 &quot;（XSS/htmlspecialchars 过滤）',
    fix: "让回调路由绕过全局过滤。acg-faka：parse_str(file_get_contents('php://input'), $d)。临时补救：html_entity_decode($v, ENT_QUOTES | ENT_HTML5)。",
    remedies: [
      { stack: 'ThinkPHP 5/6/8', text: '$request->post(false)（取未过滤的原始数据）' },
      { stack: 'ThinkPHP 3', text: '用 $_POST，不用 I()' },
      { stack: 'CodeIgniter 3', text: '$this->input->post(NULL, FALSE)' },
      { stack: 'Spring XssFilter', text: '回调路径直接 chain.doFilter(request, response)（若依在 xss.excludes 加 /pay/notify/*）' },
      { stack: 'Laravel', text: '->withoutMiddleware(MyXssFilter::class)' },
    ],
  },
  'querydict-lists': {
    title: "值是列表：['RSA2']（Django QueryDict、parse_qs、request.args）",
    fix: '取单值而不是列表。',
    remedies: [
      { stack: 'Django', text: 'request.POST.dict()' },
      { stack: 'DRF', text: 'request.data.dict()' },
      { stack: 'Flask', text: 'request.form.to_dict()' },
      { stack: 'FastAPI', text: 'dict(await request.form())' },
      { stack: '标准库', text: 'dict(urllib.parse.parse_qsl(body, keep_blank_values=True))，不用 parse_qs' },
      { stack: 'Express', text: 'Object.fromEntries(new URLSearchParams(rawBody))' },
      { stack: 'Spring MultiValueMap', text: 'params.toSingleValueMap()' },
    ],
  },
  'v2-hash-type': {
    title: '微信 v2：MD5 与 HMAC-SHA256 用反（通知里没有 sign_type）',
    fix: '按 sign 的长度选算法：32 位为 MD5，64 位为 HMAC-SHA256，不看配置。',
    remedies: [
      {
        stack: 'Java（WXPay SDK）',
        text: 'WXPayUtil.isSignatureValid(map, key, sign.length() == 64 ? SignType.HMACSHA256 : SignType.MD5)',
      },
      { stack: 'WxJava', text: 'payConfig.setSignType(WxPayConstants.SignType.HMAC_SHA256)' },
      { stack: 'Go（gopay）', text: 'wechat.VerifySign(apiKey, wechat.SignType_HMAC_SHA256, bm)' },
      { stack: 'PHP', text: "strtoupper(hash_hmac('sha256', $str, $key))" },
      { stack: 'Node', text: "crypto.createHmac('sha256', key).update(str).digest('hex').toUpperCase()" },
    ],
  },
  'charset-gbk-as-utf8': {
    title: '通知是 GBK，按 UTF-8 处理（乱码但可逆）',
    fix: '首选：下单时把 charset=utf-8 放进网关 URL 的查询串（https://openapi.alipay.com/gateway.do?charset=utf-8），通知即为 UTF-8。否则按通知的 charset 转字节再验签。',
    remedies: [
      { stack: 'Java', text: 'AlipaySignature.rsaCheckV1(params, key, "GBK", "RSA2")' },
      { stack: 'PHP', text: "mb_convert_encoding($content, 'GBK', 'UTF-8')" },
      { stack: 'Node', text: "verifier.update(iconv.encode(content, 'gbk'))（官方 SDK 只按 UTF-8 验签）" },
      { stack: 'Go', text: 'simplifiedchinese.GBK.NewEncoder().Bytes(content)' },
      {
        stack: 'C#',
        text: 'Encoding.GetEncoding("GBK")（.NET Core 及以后须先调用 Encoding.RegisterProvider(CodePagesEncodingProvider.Instance)）',
      },
      { stack: 'Python', text: "content.encode('gbk')" },
    ],
  },
  'v3-wrong-cert': {
    title: '用了商户证书而不是平台证书；序列号不匹配；公钥模式（PUB_KEY_ID_）',
    fix: '按请求头 Wechatpay-Serial 选验签密钥：40 位十六进制用同序列号的平台证书，PUB_KEY_ID_ 开头用微信支付公钥；不要用商户 API 证书 apiclient_cert.pem。',
    remedies: [
      {
        stack: 'wechatpay-java',
        text: 'new RSAPublicKeyConfig.Builder().publicKeyFromPath("pub_key.pem").publicKeyId("PUB_KEY_ID_…")，平台证书用 RSAAutoCertificateConfig；wechatpay-go：verifiers.NewSHA256WithRSAPubkeyVerifier(id, *pub)，切换期用 NewSHA256WithRSACombinedVerifier；wechatpay-php：\'certs\' => [\'PUB_KEY_ID_…\' => $publicKey]',
      },
      { stack: 'WxJava', text: 'setPublicKeyId("PUB_KEY_ID_…")、setPublicKeyPath("pub_key.pem")' },
    ],
  },
  'pem-missing-header': {
    title: '公钥缺 PEM 头尾或没有换行',
    fix: '先看所用库要裸串还是 PEM。',
    remedies: [
      {
        stack: 'PHP openssl',
        text: '"-----BEGIN PUBLIC KEY-----\\n" . wordwrap($key, 64, "\\n", true) . "\\n-----END PUBLIC KEY-----"（AopClient 会自动加，填裸串）',
      },
      { stack: 'Go', text: 'der, _ := base64.StdEncoding.DecodeString(key)，再 x509.ParsePKIXPublicKey(der)' },
      { stack: 'Node', text: "crypto.createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' })" },
      { stack: 'Python', text: 'serialization.load_der_public_key(base64.b64decode(key))，python-alipay-sdk 需带头尾的 PEM' },
    ],
  },
  'mojibake-lossy': {
    title: 'GBK 字节按 UTF-8 解码，出现 U+FFFD（不可逆）',
    fix: '首选在网关 URL 加 charset=utf-8。GBK 通知须先取原始字节，按 GBK 做百分号解码。body-parser 的 urlencoded 只支持 UTF-8 与 ISO-8859-1，不能用。',
    remedies: [
      {
        stack: 'Node',
        text: "querystring.parse(raw, '&', '=', { decodeURIComponent: s => iconv.decode(querystring.unescapeBuffer(s), 'gbk') })，raw 来自 express.raw({ type: '*/*' }) 再 toString('latin1')",
      },
      { stack: 'Go', text: 'url.ParseQuery(string(body)) 保留原字节，直接验签，验签前不要 json.Marshal' },
      { stack: 'Java', text: '取参前 request.setCharacterEncoding("GBK")' },
    ],
  },
  'sdk-bug': {
    title: 'SDK 版本自身的问题',
    fix: '升级到最新版再验。微信支付：升级 wechatpay-java、wechatpay-go、WxJava 到支持微信支付公钥的版本。升级后仍失败，换用官方 SDK 的验签方法对照。',
    remedies: [
      { stack: 'Java', text: 'mvn versions:use-latest-releases -Dincludes=com.alipay.sdk:alipay-sdk-java' },
      { stack: 'Node', text: 'npm i alipay-sdk@latest（并改用 checkNotifySignV2）' },
      { stack: 'PHP', text: 'composer update yansongda/pay' },
      { stack: 'Go', text: 'go get -u github.com/smartwalle/alipay/v3' },
      { stack: 'Python', text: 'pip install -U python-alipay-sdk' },
    ],
  },
  'sign-equals-lost': {
    title: "按 '=' 切割时丢了 sign 结尾的 '='",
    fix: "只按第一个 '=' 切割。",
    remedies: [
      { stack: 'Java', text: 'kv.split("=", 2)' },
      { stack: 'Go', text: 'k, v, _ := strings.Cut(kv, "=")，或直接 url.ParseQuery(body)' },
      { stack: 'Rust', text: "kv.split_once('=')，或 form_urlencoded::parse(body)" },
      { stack: 'JS', text: 'new URLSearchParams(body)' },
      { stack: 'Python', text: "kv.split('=', 1)" },
    ],
  },
  'sign-hash-mismatch': {
    title: 'SHA1 与 SHA256 用反（RSA/RSA2）',
    fix: '显式传 sign_type。最稳妥是取通知里的 sign_type。',
    remedies: [
      { stack: 'Java', text: 'AlipaySignature.rsaCheckV1(params, alipayPublicKey, charset, "RSA2")（三参数重载固定用 SHA1）' },
      { stack: 'PHP', text: "$aop->rsaCheckV1($_POST, null, 'RSA2')（默认 'RSA'）" },
      { stack: 'C#', text: 'AlipaySignature.RSACheckV1(dict, alipayPublicKey, charset, "RSA2", false)' },
      { stack: 'Node', text: "new AlipaySdk({ signType: 'RSA2' })，自写用 crypto.createVerify('RSA-SHA256')" },
    ],
  },
  'sign-type-removed': {
    title: '把 sign_type 去掉了（此类通知要保留）',
    fix: '生活号与服务市场消息、沙箱同步跳转用 V2 规则（只去掉 sign）。',
    remedies: [
      { stack: 'Java', text: 'AlipaySignature.rsaCheckV2(params, key, charset, "RSA2")，调用前不要 params.remove("sign_type")' },
      { stack: 'PHP', text: "$aop->rsaCheckV2($_POST, null, 'RSA2')" },
      { stack: 'Node', text: 'alipaySdk.checkNotifySignV2(postData)（两种规则都会试）' },
      { stack: 'Go', text: '自行拼接时只 delete(m, "sign")，保留 sign_type' },
    ],
  },
  'own-query-param': {
    title: 'notify_url/return_url 自带了业务参数（?id=123）',
    fix: '业务参数改放 passback_params；验签只用请求体。',
    remedies: [
      {
        stack: 'Java Servlet',
        text: '不用 getParameterMap()，读 request.getInputStream() 自行解析，或去掉 URL 上的键：params.keySet().removeAll(ownKeys)',
      },
      { stack: 'Go', text: 'r.ParseForm() 后用 r.PostForm，不用 r.Form' },
      { stack: 'PHP', text: '$_POST，不用 $_REQUEST' },
      { stack: 'Express', text: 'req.body，不要合并 req.query' },
    ],
  },
  'sandbox-return-quirk': {
    title: '沙箱同步跳转（return_url）签名规则不同或不可信',
    fix: "沙箱同步跳转依次试 V2（Java rsaCheckV2、PHP $aop->rsaCheckV2($_GET, null, 'RSA2')、Node checkNotifySignV2）和 V1，公钥取沙箱应用的支付宝公钥；仍失败时不以跳转结果为准，调用 alipay.trade.query 或等异步通知。",
  },
  'html-named-entity': {
    title: "'&not' '&times' 被当成 HTML 实体：¬ify_time、×tamp",
    fix: '从日志文件或抓包复制原文，不要复制渲染后的网页。自己的日志或工单页面输出时先转义 &：PHP htmlspecialchars($s)；JS el.textContent = s（不用 innerHTML）；Java HtmlUtils.htmlEscape(s)。工具会自动还原。',
  },
  'body-not-parsed': {
    title: "请求体没解析：Content-Type 为 'application/x-www-form-urlencoded; text/html; charset=utf-8'",
    fix: '该路由强制按表单解析。',
    remedies: [
      { stack: 'Express', text: "app.use('/notify', express.urlencoded({ extended: false, type: () => true }))" },
      { stack: 'NestJS', text: '在 main.ts 的 listen 之前加同一行 app.use' },
      {
        stack: 'Koa、Egg',
        text: "在 bodyParser 之前的中间件里 ctx.req.headers['content-type'] = 'application/x-www-form-urlencoded'（Egg 用 app.config.coreMiddleware.unshift 注册）",
      },
      { stack: 'Go', text: '不要提前读 r.Body，必要时 b, _ := io.ReadAll(r.Body) 再 url.ParseQuery(string(b))' },
      { stack: 'Swoole', text: 'parse_str($request->rawContent(), $data)' },
    ],
  },
  'double-url-decode': {
    title: '二次 URL 解码（值里的 %XX、+ 被再解一次）',
    fix: '框架已解码的参数不要再解码。',
    remedies: [
      { stack: 'Node', text: 'alipaySdk.checkNotifySignV2(req.body)，或 checkNotifySign(req.body, true)' },
      { stack: 'PHP', text: 'composer update yansongda/pay（3.1.12 有此问题，PR 684 已修复）' },
      { stack: 'Java', text: '删掉过滤器里的 URLDecoder.decode(value, "UTF-8")，getParameter 已解码' },
      { stack: 'C#', text: '删掉 HttpUtility.UrlDecode，直接用 Request.Form' },
    ],
  },
  'sync-response-rebuilt': {
    title: '同步响应被解析后重组（顺序、转义、空格）',
    fix: '在原始响应文本中截取 xxx_response 的值（含花括号）验签，不要用解析后的对象重组。Flutter、App：把 SDK 返回的 result 原串传到服务端再截取。',
    remedies: [
      { stack: 'Go', text: 'var m map[string]json.RawMessage，用 string(m["alipay_trade_query_response"])' },
      { stack: 'Java', text: 'SDK 的 execute() 已验签，不要再验，自写用 indexOf/lastIndexOf 截取 response.getBody()' },
      { stack: 'Python', text: 'raw[raw.index(\'_response":\') + 11 : raw.rindex(\',"sign"\')]（证书模式截到 ,"alipay_cert_sn"）' },
      { stack: 'Node', text: 'alipaySdk.exec(method, params, { validateSign: true })' },
    ],
  },
  'wechat-signtest': {
    title: '微信支付签名探测流量（故意的错误签名）',
    fix: '这是微信支付的签名探测流量，验签失败是正确结果：返回 HTTP 401（或其他 4xx/5xx）和 {"code":"FAIL","message":"签名错误"} 即可，随后会有真实通知。不要告警，更不要当成功处理。',
    remedies: [
      { stack: 'Java', text: 'if (signature.startsWith("WECHATPAY/SIGNTEST/")) return ResponseEntity.status(401).build()' },
      { stack: 'PHP', text: "str_starts_with($sig, 'WECHATPAY/SIGNTEST/')" },
      { stack: 'Go', text: 'strings.HasPrefix(sig, "WECHATPAY/SIGNTEST/")' },
    ],
  },
  'sign-plus-to-space': {
    title: "sign 里的 '+' 变成空格",
    fix: "只解码一次。经代理转发时保留 %2B 编码：http_build_query($params)。临时补救：sign.replace(/ /g, '+')。",
    remedies: [
      { stack: 'Java', text: 'request.getParameter("sign") 已解码，去掉后续 URLDecoder.decode' },
      { stack: 'Go', text: 'r.PostForm.Get("sign") 后不再 url.QueryUnescape' },
      { stack: 'Rust', text: 'form_urlencoded::parse 之后不再 percent_decode' },
      { stack: 'Node', text: '删掉对 req.body.sign 的 decodeURIComponent 或 querystring.unescape' },
      { stack: 'PHP', text: "去掉 urldecode($_POST['sign'])" },
    ],
  },
  'java-map-tostring': {
    title: '粘贴的是程序打印出来的键值对，不是原始请求体',
    fix: '服务端无需修改，工具能直接识别；以后日志里请打原始请求体，或打可还原的格式。',
    remedies: [
      { stack: 'Java', text: 'new ObjectMapper().writeValueAsString(map)' },
      { stack: 'Go', text: 'r.PostForm.Encode()' },
      { stack: 'PHP', text: 'json_encode($_POST, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES)' },
      { stack: 'Python', text: 'json.dumps(d, ensure_ascii=False)' },
      { stack: 'C#', text: 'JsonSerializer.Serialize(dict)' },
    ],
  },
  'sign-masked': {
    title: 'sign 被打码或换成占位',
    fix: '本工具离线运行，内容不会上传，请粘贴未打码的原文；需要分享时先验签，再用工具导出脱敏报告。日志侧：对 sign 关闭脱敏（如 logback 的 %replace 规则里去掉 sign）。',
  },
  'sign-type-kept': {
    title: '待验签串里多留了 sign_type（应去掉）',
    fix: '支付类异步通知用 V1 规则，同时去掉 sign 和 sign_type。自写：delete params.sign; delete params.sign_type。',
    remedies: [
      { stack: 'Java', text: 'AlipaySignature.rsaCheckV1(params, key, charset, "RSA2")' },
      { stack: 'PHP', text: "$aop->rsaCheckV1($_POST, null, 'RSA2')" },
      { stack: 'Node', text: 'npm i alipay-sdk@latest 后 checkNotifySignV2(postData)（两种规则都会试）' },
    ],
  },
  'latin1-redecode': {
    title: '保留了 demo 里的 new String(getBytes("ISO-8859-1"),"utf-8")',
    fix: '删掉官方 demo 中这一行：valueStr = new String(valueStr.getBytes("ISO-8859-1"), "utf-8")，并在取参前设 request.setCharacterEncoding("UTF-8")（Spring Boot 2、3：server.servlet.encoding.force=true；Tomcat 8 起 URIEncoding 默认即 UTF-8）。',
  },
  'cert-mode-vs-key-mode': {
    title: '公钥证书模式却用普通公钥验签（或相反）',
    fix: '证书模式用支付宝公钥证书 alipayCertPublicKey_RSA2.crt 验签（不是应用公钥证书，也不是根证书）。公钥模式则反之。',
    remedies: [
      { stack: 'Java', text: 'AlipaySignature.rsaCertCheckV1(params, alipayCertPath, charset, "RSA2")，请求用 certificateExecute()' },
      { stack: 'PHP', text: 'AopCertClient，$aop->alipayrsaPublicKey = $aop->getPublicKey($alipayCertPath) 后 rsaCheckV1' },
      { stack: 'C#', text: 'AlipaySignature.RSACertCheckV1(dict, alipayCertPath, charset, "RSA2")' },
      { stack: 'Go', text: 'client.LoadAlipayCertPublicKeyFromFile("alipayCertPublicKey_RSA2.crt")' },
      { stack: 'Node', text: 'new AlipaySdk({ alipayPublicCertPath, appCertPath, alipayRootCertPath })' },
    ],
  },
  'from-ant-gateway-message': {
    title: '应用网关（From 蚂蚁）消息含 biz_content XML/JSON 与 GBK',
    fix: 'biz_content 按原文参与验签，不要重新序列化或去空格。生活号消息（service=alipay.service.check 等）：Java AlipaySignature.rsaCheckV2(params, key, "GBK", "RSA2")；PHP $aop->rsaCheckV2($_POST, null, \'RSA2\')。应用网关 msg_method 类消息：先试 rsaCheckV1，再试 rsaCheckV2，编码按 charset；Node checkNotifySignV2 两种都试，但只支持 UTF-8。',
  },
  'backslash-quotes': {
    title: '引号前多了反斜杠（magic_quotes、addslashes、日志转义）',
    fix: '去掉多余的反斜杠。日志：贴原始请求体，或先 JSON.parse 一次再贴。',
    remedies: [
      {
        stack: 'PHP',
        text: "array_map('stripslashes', $_POST)（PHP 5.4 起已无 magic_quotes，查 ECShop、Discuz 里的 addslashes_deep/daddslashes）",
      },
      { stack: 'WordPress', text: 'wp_unslash($_POST)（PHP 8 也会加）' },
    ],
  },
  'base64-linebreaks': {
    title: 'sign 被换行、空格打断',
    fix: '复制原始的单行 sign；代码里先去掉空白：Java sign.replaceAll("\\\\s", "")，编码用 Base64.getEncoder()，不用 getMimeEncoder()；PHP preg_replace(\'/\\s+/\', \'\', $sign)；终端用 less -S 或 jq -r 输出，避免折行。',
  },
  'decode-before-split': {
    title: '先整体解码再按 & 和 = 切割',
    fix: '先按 & 和第一个 = 切割，再逐个解码。',
    remedies: [
      {
        stack: 'Java',
        text: 'for (String p : body.split("&")) { int i = p.indexOf(\'=\'); m.put(p.substring(0, i), URLDecoder.decode(p.substring(i + 1), "UTF-8")); }',
      },
      { stack: 'Go', text: 'url.ParseQuery(string(body))，不要先 url.QueryUnescape' },
      { stack: 'JS', text: 'new URLSearchParams(body)' },
      { stack: 'Python', text: 'parse_qsl(body, keep_blank_values=True)' },
    ],
  },
  'log-json-escaped': {
    title: '从日志复制的是 JSON 文本，带转义',
    fix: "工具会自动还原，也可粘贴整行日志。取原文：jq -r '.context.body' app.log（monolog JsonFormatter）；Kibana 用文档的 JSON 视图而非表格视图；CloudWatch Logs Insights 取 @message 后再 JSON.parse；logback 记录原始请求体而不是 toString()。",
  },
  'nginx-hex-escape': {
    title: 'nginx 日志把字节写成 \\x22 \\xE6',
    fix: '工具会还原。Apache：日志固定转义，改用应用内记录原始请求体。',
    remedies: [
      {
        stack: 'nginx 改日志格式',
        text: "log_format notify escape=json '$request_body'; access_log /var/log/nginx/notify.log notify;（escape=none 自 1.13.10 起）",
      },
    ],
  },
  'param-missing': {
    title: '参与验签的参数少了（只挑文档里的字段）',
    fix: '接收全部参数，不用实体类或白名单。Swagger/OpenAPI 生成的 DTO：改为 additionalProperties 的 Map。验签通过后再映射到实体。',
    remedies: [
      { stack: 'Java', text: '@RequestParam Map<String, String> params' },
      { stack: 'Go', text: 'r.ParseForm() 后遍历 r.PostForm' },
      { stack: 'C#', text: 'Request.Form.ToDictionary(x => x.Key, x => x.Value.ToString())' },
    ],
  },
  'v2-signtype-removed': {
    title: '微信 v2：把 sign_type 也去掉了（应参与）',
    fix: 'v2 只去掉 sign，sign_type 若存在要参与签名。',
    remedies: [
      { stack: 'PHP', text: "unset($data['sign'])，不要 unset($data['sign_type'])" },
      { stack: 'Java', text: 'map.remove("sign")，用 Map 而不是实体类（WXPayUtil.xmlToMap(xml)）' },
    ],
  },
  'alipay-side-defect': {
    title: '支付宝侧发送就已损坏（riskgo 乱码、沙箱偶发错签）',
    fix: '先用原始请求体确认（工具判定字节如收到时即不匹配），再在支付宝开放平台提工单，附 notify_id、notify_time 和原始请求体；处理订单以 alipay.trade.query 的结果为准；沙箱偶发错签可等下一次重发。',
  },
  'superglobals-empty': {
    title: '常驻内存框架（Swoole/Hyperf/Webman）拿不到 $_POST/php://input',
    fix: '从框架的请求对象取数，不用 $_POST 和 php://input。',
    remedies: [
      { stack: 'Swoole', text: '$request->post、$request->rawContent()' },
      { stack: 'Hyperf', text: '$request->post()、(string) $request->getBody()' },
      { stack: 'Webman', text: '$request->post()、$request->rawBody()' },
      { stack: 'LaravelS、Octane', text: '$request->post()、$request->getContent()' },
      {
        stack: 'yansongda/pay v3',
        text: "Pay::alipay()->callback($request->post())，微信支付传 ServerRequestInterface 对象或 ['headers' => ..., 'body' => 原始 body]",
      },
    ],
  },
  'v2-unknown-fields': {
    title: '微信 v2：实体类丢掉新字段（sub_openid、coupon_*）',
    fix: '用 Map 承接全部 XML 元素再验签。',
    remedies: [
      { stack: 'Java', text: 'Map<String, String> m = WXPayUtil.xmlToMap(xml); WXPayUtil.isSignatureValid(m, key, signType)' },
      { stack: 'WxJava', text: '升级到最新版，wxPayService.parseOrderNotifyResult(xml) 会按全部元素验签' },
    ],
  },
  'mojibake-latin1': {
    title: '按 ISO-8859-1/Windows-1252 解码（乱码可逆）',
    fix: '在读取任何参数之前设编码。',
    remedies: [
      { stack: 'Servlet', text: 'request.setCharacterEncoding("UTF-8")，放在最前的过滤器里' },
      { stack: 'Spring Boot 2、3', text: 'server.servlet.encoding.charset=UTF-8、server.servlet.encoding.force=true' },
      { stack: 'Tomcat 7 及以前 GET', text: '<Connector URIEncoding="UTF-8">' },
      { stack: 'Node', text: "Buffer.toString('utf8')，不用 'latin1'/'binary'" },
      { stack: 'MySQL', text: '连接与表用 utf8mb4' },
    ],
  },
  'wrong-env-key': {
    title: '沙箱与正式环境密钥混用',
    fix: '沙箱应用的支付宝公钥在“沙箱应用”页单独获取，与正式应用不同；配置按环境分开（如 application-dev.yml、.env.local），并与网关地址 openapi-sandbox.dl.alipaydev.com 成对切换。',
  },
  'app-result-wrapper': {
    title: '粘贴的是 App 支付同步结果的外壳（resultStatus、memo、result）',
    fix: '验签对象是 result 字符串里 alipay_trade_app_pay_response 的原文。Android：result.get("result")；iOS：resultDic[@"result"]；uni-app：res.rawdata；Flutter：result[\'result\']；原样传到服务端再截取。',
  },
  'content-not-decoded': {
    title: '参数值没有 URL 解码就拼接',
    fix: '拼接前每个值 URL 解码一次：Java URLDecoder.decode(v, charset)；JS new URLSearchParams(body)；Go url.ParseQuery(body)；PHP parse_str($body, $d)。',
  },
  'empty-kept': {
    title: '空值参数参与了拼接（本不该）',
    fix: '只拼通知里真实存在的参数。',
    remedies: [
      { stack: 'Go', text: '结构体加 omitempty 或改用 map' },
      { stack: 'PHP', text: 'foreach ($_POST ...)，不要先合并默认值' },
      { stack: 'Node', text: '不要用带默认值的对象展开' },
    ],
  },
  'mapi-notify-id-encoded': {
    title: '旧接口（MAPI）同步返回的 notify_id 须保持 URL 编码形式',
    fix: "同步返回的 notify_id 只解码一次（线上为 %252F，签名用 %2F）：PHP 框架若已解成 /，验签前 $d['notify_id'] = urlencode($d['notify_id'])。",
    remedies: [{ stack: 'Python', text: "urllib.parse.quote(v, safe='')" }],
  },
  'mapi-vs-openapi-key': {
    title: '旧接口 MAPI（合作伙伴密钥）与开放平台密钥混用',
    fix: '旧接口（MAPI）用“合作伙伴密钥管理”页的支付宝公钥，OpenAPI 用应用详情页的支付宝公钥，二者不同；RSA（1024 位）可直接用工具内置的公共公钥 M、A、S 试验。',
  },
  'php-charset-converted': {
    title: 'SDK 里 characet()/iconv 把值再转了一次编码',
    fix: "让 SDK 的编码设置与实际一致：$aop->postCharset = 'UTF-8'; $aop->fileCharset = 'UTF-8'，或去掉 characet()/iconv 转换；yansongda/pay v2 升级到 v3。",
  },
  'request-superglobal-cookies': { title: '$_REQUEST 混入 Cookie', fix: '同步跳转用 $_GET，异步通知用 $_POST，不用 $_REQUEST。' },
  'smart-quotes': {
    title: '英文引号变成中文弯引号',
    fix: '以纯文本或代码块粘贴；macOS：系统设置 → 键盘 → 文本输入，关闭“使用智能引号和破折号”。',
  },
  'trim-value': {
    title: '首尾空格被去掉（trim）',
    fix: '回调路由不做 trim。',
    remedies: [
      {
        stack: 'Laravel 11 起',
        text: "$middleware->trimStrings(except: [fn ($r) => $r->is('notify/*')])，旧版在 App\\Http\\Middleware\\TrimStrings 的 $except 加字段",
      },
      { stack: 'ThinkPHP', text: '$request->post(false)' },
      { stack: 'Go smartwalle', text: '升级到 v3 最新版' },
    ],
  },
  'wrong-algorithm-for-message': {
    title: '用通知的算法验同步响应（或相反）',
    fix: '同步响应验 xxx_response 的原文子串（SDK 的 execute()/exec() 已做），异步通知与同步跳转验排序后的待验签串（rsaCheckV1）。',
  },
  'app-added-param': {
    title: '中间件往参数里加了字段（token、lang、tenant、_t）',
    fix: '验签放在中间件之前，或取原始 body：Laravel parse_str($request->getContent(), $d)；Spring 用 @RequestBody String 或在最前的过滤器里验签；Express 用 express.raw。',
  },
  'gbk-utf8-crossed': {
    title: 'UTF-8 字节按 GBK 解码（“鎮ㄥソ”类乱码）',
    fix: '统一 UTF-8：Java 18 以前启动加 -Dfile.encoding=UTF-8；PHP 设 default_charset = "UTF-8"；Windows 控制台 chcp 65001。',
  },
  'global-path-or-header': {
    title: 'Alipay+ / Antom：待验签串的 path、client-id、request-time 不对',
    fix: "待验签串为 POST <path>\\n<client-id>.<request-time>.<原始 body>：path 用不含域名的原始 URI（PHP $_SERVER['REQUEST_URI']，Java request.getRequestURI()，Node req.originalUrl），body 用原始请求体，signature 先 URL 解码再 base64 解码。",
  },
  'plus-to-space-value': {
    title: "值里的 '+' 变成空格",
    fix: '去掉对已解码参数的 urldecode/URLDecoder.decode；自行转发时用 http_build_query 或 URLEncoder 重新编码。',
  },
  'proxy-rewrite': {
    title: '网关、WAF、反向代理改写了参数',
    fix: '回调路径原样直通：nginx proxy_pass 不带 URI、不做 301（http→https、补斜杠）；WAF 对该路径关闭内容改写；Spring Cloud Gateway 不用 ModifyRequestBody。',
  },
  'rsa1-default-key': {
    title: 'RSA（SHA1）与 RSA2（SHA256）的支付宝公钥不是同一把',
    fix: 'sign_type=RSA2 用 RSA2（SHA256）栏下的支付宝公钥（2048 位），sign_type=RSA 用 RSA（SHA1）栏下的（1024 位），不能混用。',
  },
  'sign-still-encoded': {
    title: 'sign 没有 URL 解码（%2B %2F %3D）',
    fix: '用框架的表单解析取值，或对 sign 解码一次：PHP rawurldecode；JS decodeURIComponent；Java URLDecoder.decode。',
  },
  'app-cert-as-alipay-cert': {
    title: '三张证书用错一张',
    fix: '验签只用支付宝公钥证书 alipayCertPublicKey_RSA2.crt；应用公钥证书与支付宝根证书只用来算 app_cert_sn、alipay_root_cert_sn。',
  },
  'v2-wrong-key': {
    title: '微信 v2：用了 APIv3 密钥或旧密钥',
    fix: 'v2 用商户平台“API 安全”里的 APIv2 密钥，不是 APIv3 密钥；服务商模式用服务商的密钥。',
  },
  'datetime-reformatted': {
    title: '时间被重新格式化（ISO、时区、时间戳）',
    fix: '时间字段按字符串接收：Java String（不要 Date/LocalDateTime），C# string，数据库列用 varchar 保存原文。',
  },
  'empty-dropped': {
    title: '空值参数被丢掉（支付宝把它计入了签名）',
    fix: '',
    remedies: [
      { stack: 'Python', text: 'parse_qsl(body, keep_blank_values=True)' },
      { stack: 'PHP、Go', text: '不要 array_filter 或跳过空串（以 Java SDK 的行为为准）' },
    ],
  },
  'jvm-default-charset': {
    title: 'JVM/容器默认编码不同（本地过、服务器不过）',
    fix: 'Java 18 以前加 -Dfile.encoding=UTF-8，容器设 LANG=C.UTF-8；代码里显式传编码：getBytes(StandardCharsets.UTF_8)、rsaCheckV1(params, key, "UTF-8", "RSA2")；C# 用 Encoding.UTF8，不用 Encoding.Default。',
  },
  'key-path-as-key': {
    title: '把文件路径当内容，或配置没加载到',
    fix: "检查容器内路径与读权限；PHP openssl 读文件要 'file://' 前缀或 file_get_contents($path)；Laravel 改 .env 后执行 php artisan config:clear。",
  },
  'key-whitespace-artefact': {
    title: '公钥里混入空格、换行、不可见字符',
    fix: '去掉空白和不可见字符后再用：key.replaceAll("[^A-Za-z0-9+/=]", "")；放进 URL 或 .env 时加引号，注意 \'+\' 会变空格。',
  },
  'mapi-wap-order': {
    title: '旧 WAP 接口的通知用固定顺序 service、v、sec_id、notify_data',
    fix: '按 service、v、sec_id、notify_data 的固定顺序拼接；sec_id=0001 时先用商户私钥解密 notify_data。',
  },
  'md5-vs-rsa': {
    title: 'MD5 安全校验码与 RSA 混用（旧接口）',
    fix: '按 sign_type 分支：MD5 用 md5(待验签串 + 安全校验码)，RSA 用支付宝公钥；32 位十六进制就是 MD5。',
  },
  'nbsp-zero-width': {
    title: '不可见字符：NBSP、零宽空格、BOM',
    fix: '从日志文件或抓包直接取，不经聊天软件；粘贴后可用工具的“显示不可见字符”核对。',
  },
  'null-literal': {
    title: '空值变成字符串 null / undefined / None / nil',
    fix: "空串保持空串：Java Objects.toString(v, \"\")；JS v ?? ''；Python v or ''；Laravel 11 起 $middleware->convertEmptyStringsToNull(except: [fn ($r) => $r->is('notify/*')])。",
  },
  'quotes-removed': {
    title: '过滤器删掉了引号、尖括号或关键字',
    fix: '回调地址加入 WAF 与过滤器白名单，不做关键字过滤；ThinkPHP 3 用 $_POST，不用 I()；360 webscan、Discuz 把回调脚本加入排除列表。',
  },
  'replay-from-database': {
    title: '从数据库字段重建通知',
    fix: '保存原始请求体（raw body）及请求头，不要从数据库列重建；列类型用 text/blob。',
  },
  'sign-of-other-message': {
    title: 'sign 与内容不是同一条（拼错、取了请求的 sign）',
    fix: '从同一条原始请求里取 sign 与全部参数；不要用下单请求的 sign（那是应用私钥签的）。',
  },
  'sign-truncated': {
    title: 'sign 被截断（列长度、日志截断）',
    fix: '列改为 varchar(512) 或 text（RSA2 签名 344 个字符），日志放开单行长度限制；本条无法补全，等支付宝重发或查单。',
  },
  'space-to-plus-value': {
    title: "空格显示为 '+'（没按表单解码）",
    fix: '用表单规则解析：JS new URLSearchParams(body) 或 querystring.parse；Go url.ParseQuery；Java URLDecoder.decode；不要只用 decodeURIComponent。',
  },
  'tampered-or-test': {
    title: '内容被手改（改金额调试、Postman 手拼、脱敏）',
    fix: '验签必须用原始内容；调试小额请真实下一笔 0.01 元的订单，不要改报文。',
  },
  'v2-empty': {
    title: '微信 v2：空值不应参与签名',
    fix: "空值不参与签名：Node Object.keys(d).filter(k => d[k] !== '' && k !== 'sign').sort()。",
  },
  'v2-trim-cdata': {
    title: '微信 v2：CDATA 空白、引号、\\x22 转义',
    fix: '按 XML 原文取值（解开 CDATA 与实体即可），不要另做 trim 或转义；日志里的 \\x22 先还原。',
  },
  'v3-body-newlines': {
    title: '微信 v3：待验签串换行符错误（缺最后的 \\n、\\r\\n、body 换行被删）',
    fix: '待验签串三行都以 \\n 结尾，含最后一行：ts + "\\n" + nonce + "\\n" + body + "\\n"；C# 不用 AppendLine/Environment.NewLine；Java 不用 readLine 循环，用 request.getInputStream().readAllBytes()（Java 9 起）。',
  },
  'v3-header-loss': {
    title: '微信 v3：请求头丢失、改名或取错（nonce/timestamp/signature）',
    fix: "透传 Wechatpay-* 请求头；取 Wechatpay-Nonce，不是 resource.nonce：PHP $_SERVER['HTTP_WECHATPAY_NONCE']；Node req.headers['wechatpay-nonce']；Laravel $request->header('Wechatpay-Nonce')。",
  },
  'v3-missing-field': {
    title: '微信 v3：body 少字段（如 summary）',
    fix: '按原文接收：@RequestBody String body，验签后再反序列化成 DTO。',
  },
  'wrong-app-key': {
    title: '多应用或多商户时取了别的 app_id 的公钥',
    fix: '按通知里的 app_id 选公钥：keys.get(params.get("app_id"))，不要用单例或全局配置；服务商代调用时看 app_id 而不是 auth_app_id。',
  },
  'backslash-lost': {
    title: '反斜杠被去掉（stripslashes 过头）',
    fix: '升级 SDK，或去掉其中的 stripslashes($value)（PHP 5.4 起不再需要）。',
  },
  'clock-or-replay': {
    title: '时间窗口、重复通知（支付宝签名无有效期）',
    fix: '支付宝通知的签名没有有效期，可离线重验；微信 v3 时间戳偏差超过 5 分钟属于防重放检查，不是验签失败，服务器请开 NTP（timedatectl set-ntp true）。',
  },
  'key-rotated': {
    title: '密钥或证书轮换后，旧通知与新公钥（或相反）不匹配',
    fix: '轮换期间同时保留新旧公钥或证书，按序列号选择；微信用 Wechatpay-Serial，支付宝证书模式用 alipay_cert_sn。',
  },
  'mq-forward': {
    title: '经消息队列、Feign、HTTP 转发后再验签',
    fix: '在入口先验签，或转发原始 body 字节（Kafka 用 byte[]，Feign 用 @RequestBody byte[]）；PHP 转发用 http_build_query($_POST)。',
  },
  'numbers-reformatted': {
    title: '金额变成数字：0.10→0.1、1.00→1',
    fix: '金额和 ID 一律按字符串接收：Java String，Go string，JS 不要 Number()，Excel 列设为文本。',
  },
  'pem-double-header': {
    title: 'SDK 已自动加头尾，又传了带头尾的 PEM',
    fix: 'yansongda/pay、AopClient 只填裸 base64 或文件路径，不要带 BEGIN/END 行；Java 同样只要裸串。',
  },
  'pem-wrong-label': {
    title: 'PKCS#1 与 SPKI 标签不符',
    fix: '按实际结构改标签（SPKI 用 PUBLIC KEY，PKCS#1 用 RSA PUBLIC KEY），或转换：openssl rsa -RSAPublicKey_in -in pkcs1.pem -pubout -out spki.pem。',
  },
  'sort-order': {
    title: '没有按 ASCII 排序（原顺序、忽略大小写、本地化排序）',
    fix: '按参数名的字节（ASCII）升序：C# new SortedDictionary<string, string>(StringComparer.Ordinal)；JS keys.sort()，不用 localeCompare；PHP ksort($p, SORT_STRING)。',
  },
  'v3-charset': {
    title: '微信 v3：body 中文编码错误',
    fix: '按 UTF-8 读取流：new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8)，不用 getReader() 的默认编码。',
  },
  'verify-ok-but-not-success': {
    title: '验签其实成功，失败在别处（应答不是 success、业务校验、异常）',
    fix: '响应体必须恰好是 success 七个小写字母，HTTP 200，无引号、BOM、换行：PHP ob_clean(); exit(\'success\')；Spring @ResponseBody 返回 "success"；再查 out_trade_no、total_amount、app_id 校验与异常日志。',
  },
  'base64-url-safe': {
    title: 'sign 被转成 URL 安全的 base64',
    fix: "还原字符表：sign.replace('-', '+').replace('_', '/') 并补足 '='；Java 用 Base64.getUrlDecoder()。",
  },
  'duplicate-key': {
    title: '同名参数出现多次（数组、逗号拼接）',
    fix: '只读请求体，并取单值：Go r.PostForm.Get(k)；Express querystring.parse 后取 [].concat(v)[0]；Java getParameterValues(k)[0]，不要用逗号拼接。',
  },
  'emoji-lost': {
    title: 'emoji、生僻字被数据库或中间件丢掉',
    fix: 'MySQL 改 utf8mb4（ALTER TABLE t CONVERT TO CHARACTER SET utf8mb4），连接也用 utf8mb4；或存原始 body 的 base64。',
  },
  'field-renamed-case': {
    title: '字段名被改成驼峰或大小写变化',
    fix: '保留原字段名：Node new AlipaySdk({ camelcase: false })；Java 用 Map 而不是 Bean；MyBatis 存取原始请求体，不要用查询结果 Map 重建通知。',
  },
  'json-reserialised-values': {
    title: 'fund_bill_list 等被解析后又序列化',
    fix: 'fund_bill_list、voucher_detail_list 保持字符串，验签前不要 JSON.parse / json.loads / JSON.parseArray。',
  },
  'php-at-prefix': {
    title: 'PHP 老 SDK 丢弃以 @ 开头的值',
    fix: '升级官方 SDK；仍跳过 \'@\' 值的版本，改 getSignContent 去掉 "@" != substr($v, 0, 1) 判断后验签。',
  },
  'unicode-normalised': {
    title: 'Unicode 规范化、全角半角、大小写被改',
    fix: '保存原文，入库前不做 Normalizer.normalize(..., NFKC)、全角半角或大小写转换。',
  },
  'whitespace-collapsed': {
    title: '连续空格、换行被压成一个（HTML、聊天复制）',
    fix: '粘贴原始请求体；网页显示时用 <pre> 或 white-space: pre-wrap。',
  },
};
