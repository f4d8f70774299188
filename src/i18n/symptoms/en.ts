/** Symptoms and their suspects in English: why it fits, then how to tell. Loaded when the picker is opened. */
import type { SymptomWords } from './symptoms.ts';

export const words: SymptomWords = {
  'chinese-only': {
    label: 'Only orders with Chinese text fail',
    'charset-gbk-as-utf8':
      'Without charset in the gateway address Alipay signs in GBK; plain ASCII has the same bytes in both, so only Chinese breaks. Look at charset in the notification and take the bytes in it.',
    'latin1-redecode':
      'The code converts each value once more, new String(v.getBytes("ISO-8859-1"), "UTF-8"), though the container has decoded it: Chinese turns into question marks. Comment that line out.',
    'mojibake-latin1':
      'The body was decoded as ISO-8859-1; in the log Chinese looks like “æµ‹è¯•”. Call request.setCharacterEncoding("UTF-8") before the first parameter is read.',
    'jvm-default-charset':
      'getBytes() without an argument depends on the default charset of the machine. Write getBytes("UTF-8"), or compare with -Dfile.encoding=UTF-8.',
  },
  'success-only': {
    label: 'WAIT_BUYER_PAY passes, TRADE_SUCCESS fails',
    'html-entity-quotes':
      'Only a paid notification has fund_bill_list with its double quotes, and a global XSS filter turns them into &quot;. Print the fund_bill_list that is verified and look for the quotes.',
    'json-reserialised-values':
      'fund_bill_list is text; parsed into an object and written again it has other spaces and another order. Verify the text as it arrived.',
    'backslash-quotes':
      'magic_quotes of old PHP, or addslashes, puts a backslash before each double quote. Notifications without quotes are spared, so only paid ones fail.',
    'quotes-removed':
      'A filter or logger removed the double quotes: fund_bill_list reads [{amount:80.00}]. Take the value from the raw body and compare.',
  },
  'return-only': {
    label: 'The return fails, the notification passes',
    'extra-framework-param':
      'The return is a GET: rewrite rules and routers add s, _url or r to its query, but not to a POST. Drop what Alipay did not send before verifying.',
    'own-query-param':
      'Parameters of your own in return_url come back among Alipay’s, which did not sign them. Take them out of return_url, or drop them before verifying.',
    'sandbox-return-quirk':
      'Returns of the sandbox have been met that sign sign_type as well; production does not. Try rsaCheckV2: if it passes, this is it.',
    'double-url-decode':
      'The query was decoded once and the code decodes it again, which changes + and % in values. Use the parameters of the framework; do not call urldecode.',
  },
  'tool-passes': {
    label: 'Alipay’s own tool says it verifies',
    'alipay-key-recopied':
      'The tool has a key fresh from the console; the one in your server’s settings may be old or lack a character. Print the key that the server really loads and compare.',
    'extra-framework-param':
      'The tool verifies parameters tidied by hand, the server all that the framework gives, often with s or _url. Print the names that take part and compare.',
    'sign-type-kept':
      'The tool leaves out sign_type by itself; a hand-made string may not. Paste your server’s string into “What my server used” to see it at once.',
    'sign-hash-mismatch':
      'RSA2 was chosen in the tool, while the code may still default to RSA (SHA-1). Check the sign_type that the SDK is given.',
  },
  'server-only': {
    label: 'Works locally, fails on the server',
    'jvm-default-charset':
      'Windows in China defaults to GBK, a Linux container perhaps to ASCII, so getBytes() differs. Name UTF-8 wherever bytes are made.',
    'extra-framework-param':
      'Rewrite rules of nginx or Apache on the server add s or _url; the built-in server at home has none. Compare the names that arrive on both.',
    'wrong-env-key':
      'The server runs against production with the sandbox’s key, or the other way round. The two have different Alipay keys: check by app_id.',
    'proxy-rewrite':
      'A gateway, firewall or balancer rewrites the body, by re-encoding it or dropping empty values. Log the raw body before and behind it and compare byte by byte.',
  },
  sometimes: {
    label: 'It fails now and then',
    'sign-plus-to-space':
      'A + in sign was decoded once too often and became a space; a signature without + passes. Look for a space in the sign of one that failed.',
    'html-entity-quotes':
      'Only orders with quotes, & or angle brackets are changed by the filter. Compare subject and body of orders that fail and pass.',
    'plus-to-space-value':
      'In orders with + in the title, the + was decoded once more, into a space. Look for a plus in the subject of those that fail.',
    'trim-value':
      'A title with a space at its end no longer matches after trimming. Laravel’s TrimStrings does so: exclude the callback’s route.',
  },
  always: {
    label: 'Not one has ever passed',
    'app-key-as-alipay-key':
      'Most often your own application key stands where Alipay’s belongs; both look alike. Put the key into the key box: here it can be proved.',
    'wrong-env-key':
      'Sandbox and production have different Alipay keys, and with the wrong one nothing passes. Copy it again from the console of that app_id.',
    'content-not-decoded':
      'The string to sign was built from values still URL-encoded; %3A and %7B can be seen in it. Decode once, then sort and join.',
    'sign-type-kept':
      'For payment notifications both sign and sign_type are left out; leaving out only sign fails always. Use rsaCheckV1 for them, not V2.',
  },
};
