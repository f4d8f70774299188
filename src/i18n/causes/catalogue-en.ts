/** Every cause of the catalogue in English: its title and its remedies. */
import type { Catalogue } from './prose.ts';

export const catalogue: Catalogue = {
  'app-key-as-alipay-key': {
    title: 'Application public key used where the Alipay public key belongs',
    fix: "Open platform console > app > development settings > API signing method > view 'Alipay public key'; copy the whole string into the verification setting.",
    remedies: [
      { stack: 'Java', text: '2nd argument of rsaCheckV1' },
      { stack: 'PHP', text: '$aop->alipayrsaPublicKey' },
      { stack: 'Node', text: 'new AlipaySdk({ alipayPublicKey })' },
      { stack: 'Go', text: 'client.LoadAliPayPublicKey(key)' },
      { stack: 'Python', text: 'AliPay(alipay_public_key_string=...). Never the app public key made by the key tool.' },
    ],
  },
  'v3-body-reserialised': {
    title: 'WeChat v3: body parsed and serialised again',
    fix: 'Verify the bytes received, parse afterwards.',
    remedies: [
      { stack: 'Spring', text: '@RequestBody byte[] body, then new String(body, StandardCharsets.UTF_8), no bean or JSONObject' },
      { stack: 'Go', text: 'b, _ := io.ReadAll(r.Body), then r.Body = io.NopCloser(bytes.NewReader(b))' },
      { stack: 'PHP', text: "file_get_contents('php://input'), Laravel $request->getContent(), ThinkPHP $request->getInput()" },
      { stack: 'Express', text: "express.raw({ type: '*/*' }), or express.json({ verify: (req, res, buf) => { req.rawBody = buf } })" },
      { stack: 'NestJS', text: 'NestFactory.create(AppModule, { rawBody: true }).' },
    ],
  },
  'extra-framework-param': {
    title: 'Extra routing parameter added by the framework or rewrite rule',
    fix: 'Notify: request body only; return: query only, minus the routing key.',
    remedies: [
      { stack: 'Laravel', text: '$request->post(), nginx try_files $uri $uri/ /index.php?$query_string' },
      { stack: 'ThinkPHP', text: "FastAdmin: $request->post(false), return: $d = $request->get(false); unset($d['s'], $d['_URL_'])" },
      { stack: 'Yii2', text: "$request->post(), return: unset($d['r']); Phalcon: $this->request->getPost(), return: unset($d['_url'])" },
      {
        stack: 'Rails',
        text: 'request.request_parameters / request.query_parameters, not params; Apache: RewriteRule ^(.*)$ index.php [QSA,PT,L,E=PATH_INFO:$1].',
      },
    ],
  },
  'alipay-key-recopied': {
    title: 'Alipay public key string wrong: truncated, stale or mistyped; recopying cures it',
    fix: 'Copy the Alipay public key again in full (2048-bit bare base64 is 392 characters, starting MIIBIjAN and ending IDAQAB), replace the setting and restart; after uploading a new app public key, refresh the Alipay key too. Self-check, with PEM armour: openssl pkey -pubin -in alipay.pem -noout -text must report 2048 bit.',
  },
  'html-entity-quotes': {
    title: 'Quotes HTML-escaped by an input filter (&quot; in fund_bill_list)',
    fix: 'Let the callback route bypass the global filter.',
    remedies: [
      { stack: 'ThinkPHP 5/6/8', text: '$request->post(false) (unfiltered data)' },
      { stack: 'ThinkPHP 3', text: '$_POST, not I()' },
      { stack: 'CodeIgniter 3', text: '$this->input->post(NULL, FALSE)' },
      {
        stack: 'Spring XssFilter',
        text: 'chain.doFilter(request, response) for the callback path (RuoYi: add /pay/notify/* to xss.excludes)',
      },
      {
        stack: 'Laravel',
        text: "->withoutMiddleware(MyXssFilter::class); acg-faka: parse_str(file_get_contents('php://input'), $d). Stopgap: html_entity_decode($v, ENT_QUOTES | ENT_HTML5).",
      },
    ],
  },
  'querydict-lists': {
    title: 'List values: Python dict of lists stringified',
    fix: 'Take single values, not lists.',
    remedies: [
      { stack: 'Django', text: 'request.POST.dict()' },
      { stack: 'DRF', text: 'request.data.dict()' },
      { stack: 'Flask', text: 'request.form.to_dict()' },
      {
        stack: 'FastAPI',
        text: 'dict(await request.form()); standard library: dict(urllib.parse.parse_qsl(body, keep_blank_values=True)), not parse_qs',
      },
      { stack: 'Express', text: 'Object.fromEntries(new URLSearchParams(rawBody))' },
      { stack: 'Spring MultiValueMap', text: 'params.toSingleValueMap().' },
    ],
  },
  'v2-hash-type': {
    title: 'WeChat v2: MD5 versus HMAC-SHA256 when sign_type is absent',
    fix: 'Choose by the length of sign: 32 = MD5, 64 = HMAC-SHA256, whatever the configuration says.',
    remedies: [
      { stack: 'Java (WXPay SDK)', text: 'WXPayUtil.isSignatureValid(map, key, sign.length() == 64 ? SignType.HMACSHA256 : SignType.MD5)' },
      { stack: 'WxJava', text: 'payConfig.setSignType(WxPayConstants.SignType.HMAC_SHA256)' },
      { stack: 'Go (gopay)', text: 'wechat.VerifySign(apiKey, wechat.SignType_HMAC_SHA256, bm)' },
      { stack: 'PHP', text: "strtoupper(hash_hmac('sha256', $str, $key))" },
      { stack: 'Node', text: "crypto.createHmac('sha256', key).update(str).digest('hex').toUpperCase()." },
    ],
  },
  'charset-gbk-as-utf8': {
    title: 'GBK notification: values transcoded to UTF-8 and verified as UTF-8 bytes',
    fix: 'Best: put charset=utf-8 in the gateway URL query when ordering (https://openapi.alipay.com/gateway.do?charset=utf-8), so notifications are UTF-8. Otherwise verify bytes in the charset named in the message.',
    remedies: [
      { stack: 'Java', text: 'AlipaySignature.rsaCheckV1(params, key, "GBK", "RSA2")' },
      { stack: 'PHP', text: "mb_convert_encoding($content, 'GBK', 'UTF-8')" },
      { stack: 'Node', text: "verifier.update(iconv.encode(content, 'gbk')) (the official SDK hashes UTF-8 only)" },
      { stack: 'Go', text: 'simplifiedchinese.GBK.NewEncoder().Bytes(content)' },
      {
        stack: 'C#',
        text: 'Encoding.GetEncoding("GBK") (.NET Core and later: first Encoding.RegisterProvider(CodePagesEncodingProvider.Instance))',
      },
      { stack: 'Python', text: "content.encode('gbk')." },
    ],
  },
  'v3-wrong-cert': {
    title: 'WeChat v3: merchant certificate instead of platform certificate, wrong serial, or public-key mode',
    fix: "Choose the key by the Wechatpay-Serial header: 40 hex digits = the platform certificate with that serial, PUB_KEY_ID_ = the WeChat Pay public key; never the merchant's apiclient_cert.pem.",
    remedies: [
      {
        stack: 'wechatpay-java',
        text: 'new RSAPublicKeyConfig.Builder().publicKeyFromPath("pub_key.pem").publicKeyId("PUB_KEY_ID_…"), platform certificates: RSAAutoCertificateConfig; wechatpay-go: verifiers.NewSHA256WithRSAPubkeyVerifier(id, *pub), while switching NewSHA256WithRSACombinedVerifier; wechatpay-php: \'certs\' => [\'PUB_KEY_ID_…\' => $publicKey]',
      },
      { stack: 'WxJava', text: 'setPublicKeyId("PUB_KEY_ID_…"), setPublicKeyPath("pub_key.pem").' },
    ],
  },
  'pem-missing-header': {
    title: 'Bare base64 key without PEM armour or line breaks',
    fix: 'Check whether the library wants the bare string or PEM.',
    remedies: [
      {
        stack: 'PHP openssl',
        text: '"-----BEGIN PUBLIC KEY-----\\n" . wordwrap($key, 64, "\\n", true) . "\\n-----END PUBLIC KEY-----" (AopClient adds it itself: give the bare string)',
      },
      { stack: 'Go', text: 'der, _ := base64.StdEncoding.DecodeString(key), then x509.ParsePKIXPublicKey(der)' },
      { stack: 'Node', text: "crypto.createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' })" },
      { stack: 'Python', text: 'serialization.load_der_public_key(base64.b64decode(key)), python-alipay-sdk wants PEM with armour.' },
    ],
  },
  'mojibake-lossy': {
    title: 'GBK bytes decoded as UTF-8: replacement characters, information lost',
    fix: 'Best: charset=utf-8 in the gateway URL. For a GBK notification take the raw bytes and percent-decode as GBK.',
    remedies: [
      {
        stack: 'Node',
        text: "querystring.parse(raw, '&', '=', { decodeURIComponent: s => iconv.decode(querystring.unescapeBuffer(s), 'gbk') }), raw from express.raw({ type: '*/*' }) with toString('latin1')",
      },
      { stack: 'Go', text: 'url.ParseQuery(string(body)) keeps the bytes, verify them before any json.Marshal' },
      {
        stack: 'Java',
        text: 'request.setCharacterEncoding("GBK") before reading parameters; body-parser\'s urlencoded supports only UTF-8 and ISO-8859-1, so it cannot be used.',
      },
    ],
  },
  'sdk-bug': {
    title: 'Defect in the SDK version',
    fix: 'Upgrade and verify again.',
    remedies: [
      { stack: 'Java', text: 'mvn versions:use-latest-releases -Dincludes=com.alipay.sdk:alipay-sdk-java' },
      { stack: 'Node', text: 'npm i alipay-sdk@latest (and call checkNotifySignV2)' },
      { stack: 'PHP', text: 'composer update yansongda/pay' },
      { stack: 'Go', text: 'go get -u github.com/smartwalle/alipay/v3' },
      {
        stack: 'Python',
        text: "pip install -U python-alipay-sdk; WeChat Pay: a wechatpay-java, wechatpay-go or WxJava release that supports the WeChat Pay public key. If it still fails, compare with the official SDK's verification.",
      },
    ],
  },
  'sign-equals-lost': {
    title: "Trailing '=' of sign lost by naive split",
    fix: "Split on the first '=' only.",
    remedies: [
      { stack: 'Java', text: 'kv.split("=", 2)' },
      { stack: 'Go', text: 'k, v, _ := strings.Cut(kv, "="), or url.ParseQuery(body)' },
      { stack: 'Rust', text: "kv.split_once('='), or form_urlencoded::parse(body)" },
      { stack: 'JS', text: 'new URLSearchParams(body)' },
      { stack: 'Python', text: "kv.split('=', 1)." },
    ],
  },
  'sign-hash-mismatch': {
    title: 'Hash algorithm mismatch: RSA (SHA-1) versus RSA2 (SHA-256)',
    fix: 'Pass sign_type explicitly.',
    remedies: [
      {
        stack: 'Java',
        text: 'AlipaySignature.rsaCheckV1(params, alipayPublicKey, charset, "RSA2") (the three-argument overload means SHA-1)',
      },
      { stack: 'PHP', text: "$aop->rsaCheckV1($_POST, null, 'RSA2') (default 'RSA')" },
      { stack: 'C#', text: 'AlipaySignature.RSACheckV1(dict, alipayPublicKey, charset, "RSA2", false)' },
      {
        stack: 'Node',
        text: "new AlipaySdk({ signType: 'RSA2' }), hand-written crypto.createVerify('RSA-SHA256'). Safest: use the sign_type of the notification.",
      },
    ],
  },
  'sign-type-removed': {
    title: 'sign_type removed where it is signed (life account/service-window, some gateway messages, sandbox return)',
    fix: 'Life-account and service-market messages and the sandbox return use rule V2 (only sign is removed).',
    remedies: [
      { stack: 'Java', text: 'AlipaySignature.rsaCheckV2(params, key, charset, "RSA2"), without params.remove("sign_type") before it' },
      { stack: 'PHP', text: "$aop->rsaCheckV2($_POST, null, 'RSA2')" },
      { stack: 'Node', text: 'alipaySdk.checkNotifySignV2(postData) (tries both rules)' },
      { stack: 'Go', text: 'when joining by hand delete(m, "sign") only, keep sign_type.' },
    ],
  },
  'own-query-param': {
    title: "Merchant's own query string on notify_url or return_url joins the set",
    fix: 'Move own data to passback_params and verify the body only.',
    remedies: [
      { stack: 'Java Servlet', text: 'not getParameterMap(), parse request.getInputStream(), or params.keySet().removeAll(ownKeys)' },
      { stack: 'Go', text: 'after r.ParseForm() use r.PostForm, not r.Form' },
      { stack: 'PHP', text: '$_POST, not $_REQUEST' },
      { stack: 'Express', text: 'req.body, do not merge req.query.' },
    ],
  },
  'sandbox-return-quirk': {
    title: 'Sandbox return_url signature differs (sign_type included, alipay_cert_sn missing) or is declared unreliable by support',
    fix: "For the sandbox return try V2 (Java rsaCheckV2, PHP $aop->rsaCheckV2($_GET, null, 'RSA2'), Node checkNotifySignV2), then V1, with the sandbox app's Alipay key; if it still fails do not rely on the return: call alipay.trade.query or wait for the notification.",
  },
  'html-named-entity': {
    title: "'&not'ify and '&times'tamp swallowed as HTML entities",
    fix: 'Copy from the log file or a capture, not from a rendered page. If your own page shows it, escape & first: PHP htmlspecialchars($s); JS el.textContent = s (not innerHTML); Java HtmlUtils.htmlEscape(s). The tool restores it.',
  },
  'body-not-parsed': {
    title: 'Malformed Content-Type: framework refuses to parse, params empty',
    fix: 'Force form parsing on that route.',
    remedies: [
      { stack: 'Express', text: "app.use('/notify', express.urlencoded({ extended: false, type: () => true }))" },
      { stack: 'NestJS', text: 'the same app.use line in main.ts before listen' },
      {
        stack: 'Koa',
        text: "Egg: in a middleware ahead of bodyParser set ctx.req.headers['content-type'] = 'application/x-www-form-urlencoded' (Egg: register with app.config.coreMiddleware.unshift)",
      },
      { stack: 'Go', text: 'do not read r.Body earlier, else b, _ := io.ReadAll(r.Body) and url.ParseQuery(string(b))' },
      { stack: 'Swoole', text: 'parse_str($request->rawContent(), $data).' },
    ],
  },
  'double-url-decode': {
    title: 'Decoded twice: values holding % or + change',
    fix: 'Do not decode what the framework has decoded.',
    remedies: [
      { stack: 'Node', text: 'alipaySdk.checkNotifySignV2(req.body), or checkNotifySign(req.body, true)' },
      { stack: 'PHP', text: 'composer update yansongda/pay (3.1.12 has this bug, fixed by PR 684)' },
      { stack: 'Java', text: 'remove URLDecoder.decode(value, "UTF-8") from the filter, getParameter has decoded already' },
      { stack: 'C#', text: 'remove HttpUtility.UrlDecode, use Request.Form as is.' },
    ],
  },
  'sync-response-rebuilt': {
    title: 'Sync API response rebuilt from an object instead of the raw substring',
    fix: 'Cut the value of xxx_response (braces included) out of the raw text; never rebuild it from an object.',
    remedies: [
      { stack: 'Go', text: 'var m map[string]json.RawMessage, then string(m["alipay_trade_query_response"])' },
      { stack: 'Java', text: 'execute() has verified already, otherwise cut response.getBody() with indexOf/lastIndexOf' },
      {
        stack: 'Python',
        text: 'raw[raw.index(\'_response":\') + 11 : raw.rindex(\',"sign"\')] (certificate mode: up to ,"alipay_cert_sn")',
      },
      {
        stack: 'Node',
        text: "alipaySdk.exec(method, params, { validateSign: true }); Flutter, app: send the SDK's result string to the server unchanged and cut there.",
      },
    ],
  },
  'wechat-signtest': {
    title: 'WeChat signature probing: deliberately wrong signature',
    fix: 'WeChat Pay\'s probe: failing is the right result. Answer HTTP 401 (any 4xx/5xx) with {"code":"FAIL","message":"signature error"}; the genuine notification follows.',
    remedies: [
      { stack: 'Java', text: 'if (signature.startsWith("WECHATPAY/SIGNTEST/")) return ResponseEntity.status(401).build()' },
      { stack: 'PHP', text: "str_starts_with($sig, 'WECHATPAY/SIGNTEST/')" },
      { stack: 'Go', text: 'strings.HasPrefix(sig, "WECHATPAY/SIGNTEST/"). Raise no alarm, and never accept it.' },
    ],
  },
  'sign-plus-to-space': {
    title: "'+' in sign turned into space",
    fix: 'Decode once.',
    remedies: [
      { stack: 'Java', text: 'request.getParameter("sign") is decoded, drop the URLDecoder.decode after it' },
      { stack: 'Go', text: 'no url.QueryUnescape after r.PostForm.Get("sign")' },
      { stack: 'Rust', text: 'no percent_decode after form_urlencoded::parse' },
      { stack: 'Node', text: 'drop decodeURIComponent or querystring.unescape on req.body.sign' },
      {
        stack: 'PHP',
        text: "drop urldecode($_POST['sign']); when forwarding through a proxy keep %2B: http_build_query($params). Stopgap: sign.replace(/ /g, '+').",
      },
    ],
  },
  'java-map-tostring': {
    title: 'What was pasted is a printed map, not the raw request body',
    fix: 'Nothing to fix on the server, the tool reads it; in future log the raw body or a lossless form.',
    remedies: [
      { stack: 'Java', text: 'new ObjectMapper().writeValueAsString(map)' },
      { stack: 'Go', text: 'r.PostForm.Encode()' },
      { stack: 'PHP', text: 'json_encode($_POST, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES)' },
      { stack: 'Python', text: 'json.dumps(d, ensure_ascii=False)' },
      { stack: 'C#', text: 'JsonSerializer.Serialize(dict).' },
    ],
  },
  'sign-masked': {
    title: 'Signature or fields masked by the reporter (****)',
    fix: 'The tool works offline and uploads nothing: paste the unmasked original. To share, verify first, then export the redacted report. In logging: exempt sign from masking (for example the %replace rule in logback).',
  },
  'sign-type-kept': {
    title: 'sign_type left in the content (payment notifications exclude it)',
    fix: 'Payment notifications follow rule V1: remove both sign and sign_type.',
    remedies: [
      { stack: 'Java', text: 'AlipaySignature.rsaCheckV1(params, key, charset, "RSA2")' },
      { stack: 'PHP', text: "$aop->rsaCheckV1($_POST, null, 'RSA2')" },
      {
        stack: 'Node',
        text: 'npm i alipay-sdk@latest, then checkNotifySignV2(postData) (tries both rules); hand-written: delete params.sign; delete params.sign_type.',
      },
    ],
  },
  'latin1-redecode': {
    title: "Demo's ISO-8859-1 re-decode line left on although text was right",
    fix: 'Delete this line of the official demo: valueStr = new String(valueStr.getBytes("ISO-8859-1"), "utf-8"); and call request.setCharacterEncoding("UTF-8") before reading parameters (Spring Boot 2 and 3: server.servlet.encoding.force=true; Tomcat 8 and later default URIEncoding to UTF-8).',
  },
  'cert-mode-vs-key-mode': {
    title: 'Certificate mode app verified with the plain-key method or key',
    fix: 'Certificate mode verifies with alipayCertPublicKey_RSA2.crt (not the app certificate, not the root).',
    remedies: [
      { stack: 'Java', text: 'AlipaySignature.rsaCertCheckV1(params, alipayCertPath, charset, "RSA2"), calls with certificateExecute()' },
      { stack: 'PHP', text: 'AopCertClient, $aop->alipayrsaPublicKey = $aop->getPublicKey($alipayCertPath), then rsaCheckV1' },
      { stack: 'C#', text: 'AlipaySignature.RSACertCheckV1(dict, alipayCertPath, charset, "RSA2")' },
      { stack: 'Go', text: 'client.LoadAlipayCertPublicKeyFromFile("alipayCertPublicKey_RSA2.crt")' },
      { stack: 'Node', text: 'new AlipaySdk({ alipayPublicCertPath, appCertPath, alipayRootCertPath }). Plain-key mode: the reverse.' },
    ],
  },
  'from-ant-gateway-message': {
    title: 'App-gateway messages: biz_content, GBK XML, sign_type signed',
    fix: 'biz_content takes part exactly as received: do not re-serialise or trim. Life-account messages (service=alipay.service.check and others): Java AlipaySignature.rsaCheckV2(params, key, "GBK", "RSA2").',
    remedies: [
      {
        stack: 'PHP $aop->rsaCheckV2($_POST',
        text: "null, 'RSA2'). App-gateway msg_method messages: try rsaCheckV1, then rsaCheckV2, in the charset named; Node checkNotifySignV2 tries both but only in UTF-8.",
      },
    ],
  },
  'backslash-quotes': {
    title: 'Backslashes before quotes (magic quotes, addslashes, escaped log)',
    fix: 'Remove the added backslashes.',
    remedies: [
      {
        stack: 'PHP',
        text: "array_map('stripslashes', $_POST) (magic_quotes is gone since PHP 5.4: look for addslashes_deep/daddslashes in ECShop, Discuz)",
      },
      { stack: 'WordPress', text: 'wp_unslash($_POST) (it adds them even on PHP 8); logs: paste the raw body, or JSON.parse once first.' },
    ],
  },
  'base64-linebreaks': {
    title: 'Line breaks inside sign (mail, chat, MIME base64, terminal wrap)',
    fix: 'Copy sign as one line; in code strip whitespace first: Java sign.replaceAll("\\\\s", ""), encode with Base64.getEncoder(), not getMimeEncoder().',
    remedies: [{ stack: "PHP preg_replace('/\\s+/'", text: "'', $sign); in a terminal use less -S or jq -r so that lines do not wrap." }],
  },
  'decode-before-split': {
    title: "Whole body decoded first, then split on '&' and '='",
    fix: 'Split at & and the first =, then decode each part.',
    remedies: [
      {
        stack: 'Java',
        text: 'for (String p : body.split("&")) { int i = p.indexOf(\'=\'); m.put(p.substring(0, i), URLDecoder.decode(p.substring(i + 1), "UTF-8")); }',
      },
      { stack: 'Go', text: 'url.ParseQuery(string(body)), no url.QueryUnescape before it' },
      { stack: 'JS', text: 'new URLSearchParams(body)' },
      { stack: 'Python', text: 'parse_qsl(body, keep_blank_values=True).' },
    ],
  },
  'log-json-escaped': {
    title: 'Pasted text is a JSON string literal with escapes',
    fix: "The tool unescapes automatically, or paste the whole line. To get the original: jq -r '.context.body' app.log (monolog JsonFormatter); Kibana.",
    remedies: [
      {
        stack: 'JSON view',
        text: 'not the table; CloudWatch Logs Insights: take @message and JSON.parse it; logback: log the raw body, not toString().',
      },
    ],
  },
  'nginx-hex-escape': {
    title: 'nginx access log escaping: \\x22, \\xE6\\xB5\\x8B',
    fix: 'The tool restores it.',
    remedies: [
      {
        stack: 'nginx',
        text: "log_format notify escape=json '$request_body'; access_log /var/log/nginx/notify.log notify; (escape=none since 1.13.10); Apache always escapes: log the raw body in the application.",
      },
    ],
  },
  'param-missing': {
    title: 'Fields missing: whitelist or DTO keeps only documented fields',
    fix: 'Receive every parameter, no bean and no whitelist.',
    remedies: [
      { stack: 'Java', text: '@RequestParam Map<String, String> params' },
      { stack: 'Go', text: 'range over r.PostForm after r.ParseForm()' },
      {
        stack: 'C#',
        text: 'Request.Form.ToDictionary(x => x.Key, x => x.Value.ToString()); generated DTO (Swagger/OpenAPI): a map with additionalProperties. Map to a bean after verification.',
      },
    ],
  },
  'v2-signtype-removed': {
    title: 'WeChat v2: sign_type wrongly removed',
    fix: 'Remove only sign; sign_type takes part if present.',
    remedies: [
      { stack: 'PHP', text: "unset($data['sign']), keep $data['sign_type']" },
      { stack: 'Java', text: 'map.remove("sign") on a Map, not a bean (WXPayUtil.xmlToMap(xml)).' },
    ],
  },
  'alipay-side-defect': {
    title: 'Provider-side defect (riskgo mojibake, sandbox wrong signatures)',
    fix: 'Confirm with the raw body first (the bytes as received do not verify), then open a ticket on the Alipay open platform with notify_id, notify_time and the raw body; settle the order by alipay.trade.query; for sporadic sandbox errors wait for the next retry.',
  },
  'superglobals-empty': {
    title: 'Resident PHP servers: superglobals or php://input empty or stale',
    fix: "Read from the framework's request, not $_POST or php://input.",
    remedies: [
      { stack: 'Swoole', text: '$request->post, $request->rawContent()' },
      { stack: 'Hyperf', text: '$request->post(), (string) $request->getBody()' },
      { stack: 'Webman', text: '$request->post(), $request->rawBody()' },
      { stack: 'LaravelS', text: 'Octane: $request->post(), $request->getContent()' },
      {
        stack: 'yansongda/pay v3',
        text: "Pay::alipay()->callback($request->post()); for WeChat Pay pass the ServerRequestInterface or ['headers' => ..., 'body' => raw body].",
      },
    ],
  },
  'v2-unknown-fields': {
    title: 'WeChat v2: bean drops new or sub-merchant fields',
    fix: 'Take every XML element into a map before verifying.',
    remedies: [
      { stack: 'Java', text: 'Map<String, String> m = WXPayUtil.xmlToMap(xml); WXPayUtil.isSignatureValid(m, key, signType)' },
      { stack: 'WxJava', text: 'latest release, wxPayService.parseOrderNotifyResult(xml) verifies over all elements.' },
    ],
  },
  'mojibake-latin1': {
    title: 'UTF-8 or GBK bytes decoded as Latin-1 (reversible mojibake)',
    fix: 'Set the encoding before any parameter is read.',
    remedies: [
      { stack: 'Servlet', text: 'request.setCharacterEncoding("UTF-8") in the first filter' },
      { stack: 'Spring Boot 2 and 3', text: 'server.servlet.encoding.charset=UTF-8, server.servlet.encoding.force=true' },
      { stack: 'Tomcat 7 and earlier', text: 'GET: <Connector URIEncoding="UTF-8">' },
      { stack: 'Node', text: "Buffer.toString('utf8'), not 'latin1'/'binary'" },
      { stack: 'MySQL', text: 'utf8mb4 for connection and table.' },
    ],
  },
  'wrong-env-key': {
    title: 'Sandbox key used for production notification or the reverse',
    fix: 'The sandbox app has its own Alipay public key on the sandbox page; keep one configuration per environment and switch it together with the gateway openapi-sandbox.dl.alipaydev.com.',
  },
  'app-result-wrapper': {
    title: 'App payment result, pasted with its wrapper (resultStatus, memo, result)',
    fix: 'The signed text is the alipay_trade_app_pay_response node inside the result string. Android: result.get("result"); iOS: resultDic[@"result"]; uni-app: res.rawdata; Flutter: result[\'result\']; send it to the server unchanged and cut there.',
  },
  'content-not-decoded': {
    title: 'Values still percent-encoded when joined',
    fix: 'Decode each value once before joining: Java URLDecoder.decode(v, charset); JS new URLSearchParams(body); Go url.ParseQuery(body).',
    remedies: [{ stack: 'PHP parse_str($body', text: '$d).' }],
  },
  'empty-kept': {
    title: 'Empty or null values kept although not signed',
    fix: 'Join only what was really sent.',
    remedies: [
      { stack: 'Go', text: 'omitempty or a map' },
      { stack: 'PHP', text: 'iterate $_POST, do not merge defaults' },
      { stack: 'Node', text: 'do not spread an object with defaults.' },
    ],
  },
  'mapi-notify-id-encoded': {
    title: 'Legacy return: notify_id must be re-encoded (or is encoded twice)',
    fix: "Decode notify_id of the return once only (%252F on the wire, %2F is signed): if PHP already gives '/', $d['notify_id'] = urlencode($d['notify_id']) before verifying.",
    remedies: [{ stack: 'Python', text: "urllib.parse.quote(v, safe='')." }],
  },
  'mapi-vs-openapi-key': {
    title: 'Old partner (MAPI) or wireless key versus open-platform per-app key',
    fix: 'MAPI uses the Alipay key of the partner key page, OpenAPI the one of the app page: they differ; for RSA-1024 try the built-in shared keys M, A and S.',
  },
  'php-charset-converted': {
    title: 'SDK converts the values again (characet, mb_convert_encoding without source charset)',
    fix: "Set the real charset: $aop->postCharset = 'UTF-8'; $aop->fileCharset = 'UTF-8'; or remove characet()/iconv; upgrade yansongda/pay v2 to v3.",
  },
  'request-superglobal-cookies': {
    title: "Cookies merged through $_REQUEST or a 'request all' helper",
    fix: 'Use $_GET for the return and $_POST for the notification, never $_REQUEST.',
  },
  'smart-quotes': {
    title: 'Straight quotes turned into curly quotes by editor, blog or chat',
    fix: 'Paste as plain text or a code block; macOS: System Settings > Keyboard > Text Input, turn off smart quotes and dashes.',
  },
  'trim-value': {
    title: 'Leading or trailing whitespace trimmed',
    fix: 'No trimming on the callback route.',
    remedies: [
      {
        stack: 'Laravel 11 and later',
        text: "$middleware->trimStrings(except: [fn ($r) => $r->is('notify/*')]), earlier: $except of App\\Http\\Middleware\\TrimStrings",
      },
      { stack: 'ThinkPHP', text: '$request->post(false)' },
      { stack: 'Go smartwalle', text: 'latest v3.' },
    ],
  },
  'wrong-algorithm-for-message': {
    title: 'k=v sorting applied to a JSON response or the reverse',
    fix: 'Responses: the raw xxx_response substring (execute()/exec() does it); notifications and returns: the sorted string (rsaCheckV1).',
  },
  'app-added-param': {
    title: 'Middleware adds its own field (token=null, tenant, locale, debug)',
    fix: 'Verify before the middleware or from the raw body: Laravel parse_str($request->getContent(), $d); Spring @RequestBody String or the first filter; Express express.raw.',
  },
  'gbk-utf8-crossed': {
    title: 'UTF-8 bytes decoded as GBK (鎮ㄥソ for 您好)',
    fix: 'Use UTF-8 everywhere: Java before 18 -Dfile.encoding=UTF-8; PHP default_charset = "UTF-8"; Windows console chcp 65001.',
  },
  'global-path-or-header': {
    title: 'Alipay global: wrong path, client id or time in the signed string',
    fix: "Signed text: POST <path>\\n<client-id>.<request-time>.<raw body>: path is the raw URI without the domain (PHP $_SERVER['REQUEST_URI'], Java request.getRequestURI(), Node req.originalUrl), the body is the raw one, and signature is URL-decoded, then base64-decoded.",
  },
  'plus-to-space-value': {
    title: "Literal '+' in a value became a space",
    fix: 'Remove the extra urldecode/URLDecoder.decode; when forwarding, encode again with http_build_query or URLEncoder.',
  },
  'proxy-rewrite': {
    title: 'Gateway, WAF or reverse proxy rewrites body or query',
    fix: 'Pass the callback through untouched.',
    remedies: [
      { stack: 'nginx proxy_pass without a URI', text: 'no 301 (http to https, added slash); WAF: no rewriting on that path' },
      { stack: 'Spring Cloud Gateway', text: 'no ModifyRequestBody.' },
    ],
  },
  'rsa1-default-key': {
    title: 'The RSA(SHA1) key and the RSA2(SHA256) key are different keys of the same app',
    fix: 'sign_type=RSA2 needs the Alipay key shown under RSA2(SHA256), 2048-bit; sign_type=RSA the one under RSA(SHA1), 1024-bit.',
  },
  'sign-still-encoded': {
    title: 'sign still percent-encoded',
    fix: 'Use the form parser, or decode sign once: PHP rawurldecode; JS decodeURIComponent; Java URLDecoder.decode.',
  },
  'app-cert-as-alipay-cert': {
    title: 'appCertPublicKey or alipayRootCert given in place of alipayCertPublicKey_RSA2',
    fix: 'Verification uses only alipayCertPublicKey_RSA2.crt; the app certificate and the root only give app_cert_sn and alipay_root_cert_sn.',
  },
  'v2-wrong-key': {
    title: 'WeChat v2: APIv3 key or old key used',
    fix: "v2 uses the APIv2 key of the merchant platform (API security), not the APIv3 key; in partner mode the partner's key.",
  },
  'datetime-reformatted': {
    title: 'Dates parsed and re-printed',
    fix: 'Receive times as strings: Java String (not Date/LocalDateTime), C# string, and keep the original text in a varchar column.',
  },
  'empty-dropped': {
    title: 'Empty values dropped although signed',
    fix: '',
    remedies: [
      { stack: 'Python', text: 'parse_qsl(body, keep_blank_values=True)' },
      { stack: 'PHP', text: "Go: no array_filter, do not skip '' (the Java SDK is the reference)." },
    ],
  },
  'jvm-default-charset': {
    title: 'Platform default charset differs (works on laptop, fails on server)',
    fix: '',
    remedies: [
      {
        stack: 'Java before 18',
        text: '-Dfile.encoding=UTF-8 and LANG=C.UTF-8 in the container; pass the charset explicitly: getBytes(StandardCharsets.UTF_8), rsaCheckV1(params, key, "UTF-8", "RSA2"); C# Encoding.UTF8, not Encoding.Default.',
      },
    ],
  },
  'key-path-as-key': {
    title: 'File path passed as key text, config empty, or file unreadable on the server',
    fix: "Check path and permissions inside the container; PHP openssl needs 'file://' or file_get_contents($path).",
    remedies: [{ stack: 'Laravel', text: 'php artisan config:clear after changing .env.' }],
  },
  'key-whitespace-artefact': {
    title: 'Spaces, CR/LF, NBSP, zero-width or full-width characters inside the key',
    fix: 'Strip whitespace and invisible characters: key.replaceAll("[^A-Za-z0-9+/=]", ""); quote it in .env, and mind \'+\' in URLs.',
  },
  'mapi-wap-order': {
    title: 'Legacy WAP notify: fixed order and RSA-encrypted notify_data',
    fix: 'Join in the fixed order service, v, sec_id, notify_data; with sec_id=0001 decrypt notify_data with the merchant private key first.',
  },
  'md5-vs-rsa': {
    title: 'MD5 key notification verified as RSA or RSA branch missing',
    fix: 'Branch on sign_type: MD5 is md5(content + key), RSA uses the Alipay public key; 32 hex digits mean MD5.',
  },
  'nbsp-zero-width': {
    title: 'Invisible characters introduced by copying',
    fix: "Take it from the log file or a capture, not through a chat; check with the tool's view of invisible characters.",
  },
  'null-literal': {
    title: "Empty turned into literal 'null', 'undefined', 'None'",
    fix: "Keep '' as '': Java Objects.toString(v, \"\"); JS v ?? ''; Python v or ''; Laravel 11 and later $middleware->convertEmptyStringsToNull(except: [fn ($r) => $r->is('notify/*')]).",
  },
  'quotes-removed': {
    title: 'Input filter strips characters or words instead of escaping',
    fix: 'Whitelist the callback in the WAF and the filters.',
    remedies: [{ stack: 'ThinkPHP 3', text: '$_POST, not I(); 360 webscan, Discuz: add the callback script to the exclusions.' }],
  },
  'replay-from-database': {
    title: 'Notification rebuilt from database columns, not from the request',
    fix: 'Store the raw body and headers, do not rebuild from columns; use a text/blob column.',
  },
  'sign-of-other-message': {
    title: 'Signature belongs to another message (request sign, other notification, sync vs async mixed)',
    fix: 'Take sign and all parameters from one raw request; not the sign of your own request (made with the app private key).',
  },
  'sign-truncated': {
    title: 'Signature truncated',
    fix: 'Widen the column to varchar(512) or text (an RSA2 signature has 344 characters) and lift the log line limit; this one cannot be completed: wait for a retry or query the trade.',
  },
  'space-to-plus-value': {
    title: "Space left as '+' (percent-decoding without form rule)",
    fix: 'Parse by the form rule: JS new URLSearchParams(body) or querystring.parse; Go url.ParseQuery; Java URLDecoder.decode; not decodeURIComponent alone.',
  },
  'tampered-or-test': {
    title: 'Edited by hand: debug amount, redacted ids, Postman test',
    fix: 'Verify the original; to test a small amount place a real order of CNY 0.01, do not edit the message.',
  },
  'v2-empty': {
    title: 'WeChat v2: empty values must be skipped',
    fix: "Skip empty values: Node Object.keys(d).filter(k => d[k] !== '' && k !== 'sign').sort().",
  },
  'v2-trim-cdata': {
    title: 'WeChat v2: trimming, quotes or hex escapes in XML values',
    fix: 'Take values verbatim (only CDATA and entities resolved), no extra trim or escaping; undo \\x22 from logs first.',
  },
  'v3-body-newlines': {
    title: 'WeChat v3: newline errors in the signed string',
    fix: 'All three lines end in \\n, the last too: ts + "\\n" + nonce + "\\n" + body + "\\n".',
    remedies: [
      { stack: 'C#', text: 'no AppendLine/Environment.NewLine' },
      { stack: 'Java', text: 'no readLine loop, request.getInputStream().readAllBytes() (Java 9 and later).' },
    ],
  },
  'v3-header-loss': {
    title: 'WeChat v3: headers missing, altered or taken from elsewhere',
    fix: "Pass the Wechatpay-* headers through and read Wechatpay-Nonce, not resource.nonce: PHP $_SERVER['HTTP_WECHATPAY_NONCE']; Node req.headers['wechatpay-nonce']; Laravel $request->header('Wechatpay-Nonce').",
  },
  'v3-missing-field': {
    title: 'WeChat v3: DTO lacks a field (summary)',
    fix: 'Receive @RequestBody String body; deserialise to the DTO after verification.',
  },
  'wrong-app-key': {
    title: 'Key of another app_id (multi-merchant, ISV, overwritten config)',
    fix: 'Pick the key by the notification\'s app_id: keys.get(params.get("app_id")), no singleton; for ISVs use app_id, not auth_app_id.',
  },
  'backslash-lost': {
    title: "Backslashes removed by an SDK's own stripslashes",
    fix: 'Upgrade the SDK or remove its stripslashes($value) (pointless since PHP 5.4).',
  },
  'clock-or-replay': {
    title: 'Timestamp window or replay suspicion',
    fix: 'Alipay signatures do not expire; in WeChat v3 more than 5 minutes off is a replay check, not a signature failure: keep NTP on (timedatectl set-ntp true).',
  },
  'key-rotated': {
    title: 'Key or certificate rotated; old notification with new key or reverse',
    fix: 'Hold old and new keys side by side and choose by serial: Wechatpay-Serial, or alipay_cert_sn in Alipay certificate mode.',
  },
  'mq-forward': {
    title: 'Verified after forwarding (MQ, Feign, RPC, second HTTP hop)',
    fix: 'Verify at the entry, or forward the raw bytes (Kafka byte[], Feign @RequestBody byte[]).',
    remedies: [{ stack: 'PHP', text: 'http_build_query($_POST).' }],
  },
  'numbers-reformatted': {
    title: 'Amounts retyped as numbers: 0.10 -> 0.1, 1.00 -> 1',
    fix: 'Receive amounts and ids as strings.',
    remedies: [{ stack: 'Java String', text: 'Go string, no Number() in JS, text columns in Excel.' }],
  },
  'pem-double-header': {
    title: 'PEM armour supplied to an SDK that adds its own',
    fix: 'yansongda/pay and AopClient want the bare base64 or a file path, no BEGIN/END lines; Java wants the bare string too.',
  },
  'pem-wrong-label': {
    title: 'PKCS#1 body under a PUBLIC KEY label, or SPKI under RSA PUBLIC KEY',
    fix: 'Use the label of the structure (SPKI: PUBLIC KEY, PKCS#1: RSA PUBLIC KEY), or convert: openssl rsa -RSAPublicKey_in -in pkcs1.pem -pubout -out spki.pem.',
  },
  'sort-order': {
    title: 'Keys not sorted by ASCII/byte order',
    fix: 'Sort names by byte (ASCII).',
    remedies: [
      { stack: 'C# new SortedDictionary<string', text: 'string>(StringComparer.Ordinal); JS keys.sort(), not localeCompare' },
      { stack: 'PHP ksort($p', text: 'SORT_STRING).' },
    ],
  },
  'v3-charset': {
    title: 'WeChat v3: body read with a wrong charset',
    fix: 'Read the stream as UTF-8: new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8), not getReader() with its default.',
  },
  'verify-ok-but-not-success': {
    title: 'Signature is fine; something else failed',
    fix: 'Answer exactly success, seven lower-case letters, HTTP 200, no quotes, BOM or newline: PHP ob_clean(); exit(\'success\'); Spring @ResponseBody returning "success"; then check the comparison of out_trade_no, total_amount, app_id and the exception log.',
  },
  'base64-url-safe': {
    title: 'URL-safe base64 alphabet in sign',
    fix: "Map back: sign.replace('-', '+').replace('_', '/') and re-pad with '='; Java Base64.getUrlDecoder().",
  },
  'duplicate-key': {
    title: 'Duplicate key: array, comma-joined, first or last wins',
    fix: 'Body only, single value: Go r.PostForm.Get(k); Express [].concat(v)[0].',
    remedies: [{ stack: 'Java getParameterValues(k)[0]', text: 'do not join with commas.' }],
  },
  'emoji-lost': {
    title: '4-byte characters lost (MySQL utf8, log filters)',
    fix: '',
    remedies: [
      { stack: 'MySQL', text: 'ALTER TABLE t CONVERT TO CHARACTER SET utf8mb4, connection too; or store the raw body as base64.' },
    ],
  },
  'field-renamed-case': {
    title: 'Field names converted (camelCase, lower-case headers, dots)',
    fix: 'Keep the names.',
    remedies: [
      { stack: 'Node new AlipaySdk({ camelcase', text: 'false })' },
      { stack: 'Java a Map', text: 'not a bean; MyBatis: store and read the raw body, do not rebuild from a result map.' },
    ],
  },
  'json-reserialised-values': {
    title: 'JSON-valued field parsed and serialised again',
    fix: 'Keep fund_bill_list and voucher_detail_list as strings; no JSON.parse / json.loads / JSON.parseArray before verification.',
  },
  'php-at-prefix': {
    title: "Old PHP AopClient drops values that begin with '@' and whitespace-only values",
    fix: 'Upgrade the SDK; where \'@\' values are still skipped, remove the "@" != substr($v, 0, 1) test in getSignContent.',
  },
  'unicode-normalised': {
    title: 'Unicode normalisation or width folding',
    fix: 'Keep the original: no Normalizer.normalize(..., NFKC), width folding or case change before storing.',
  },
  'whitespace-collapsed': {
    title: 'Runs of whitespace collapsed (HTML page, chat, spreadsheet)',
    fix: 'Paste the raw body; on web pages show it in <pre> or with white-space: pre-wrap.',
  },
};
