/**
 * How to keep the raw body of a notification, byte for byte, in each framework: before anything decodes, trims, filters or consumes it.
 * The code is the same in both languages; what must be known beside it is said in both.
 */
import type { Remedy } from './causes/prose.ts';
import type { Lang } from './messages.ts';

interface Capture {
  /** As `frameworks.ts` has it. */
  readonly stack: string;
  readonly code: string;
  /** Where the behaviour is told. */
  readonly source: string;
  readonly note?: Readonly<Record<Lang, string>>;
}

const ONCE = {
  zh: '请求体只能读一次，而且 @RequestBody 和 ContentCachingRequestWrapper 拿到的表单是由参数重新拼出来的，不是原文。所以在最外层记下来并回 500，平台会重发；记到一次就删掉。',
  en: 'The body can be read once only, and for forms @RequestBody and ContentCachingRequestWrapper give a body rebuilt from parameters, not the original. So it is kept at the outermost filter and answered with 500: it will be sent again. Remove this after one capture.',
} as const;

export const captures: readonly Capture[] = [
  {
    stack: 'Spring',
    source: 'spring-web: ServletServerHttpRequest.getBody (isFormPost), ContentCachingRequestWrapper.writeRequestParametersToCachedContent',
    note: ONCE,
    code: `@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RawNotifyFilter extends OncePerRequestFilter {
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().endsWith("/notify");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        byte[] raw = StreamUtils.copyToByteArray(request.getInputStream());
        logger.info("notify raw: " + new String(raw, StandardCharsets.UTF_8));
        response.sendError(500);
    }
}`,
  },
  {
    stack: 'Servlet',
    source: 'Jakarta Servlet 6.0 §3.1.1: getParameter consumes the body of a form, and the input stream is then empty',
    note: {
      zh: '放在所有过滤器的最前面：只要有人先调用过 getParameter，这里就读不到了。平台收到 500 会重发；记到一次就删掉。',
      en: 'Put it before every other filter: once anyone has called getParameter, nothing is left to read here. It will be sent again after a 500; remove this after one capture.',
    },
    code: `public class RawNotifyFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException {
        byte[] raw = request.getInputStream().readAllBytes();
        request.getServletContext().log("notify raw: " + new String(raw, StandardCharsets.UTF_8));
        ((HttpServletResponse) response).sendError(500);
    }
}`,
  },
  {
    stack: 'PHP',
    source: 'PHP manual, php://input: the raw body; it can be read again, and magic quotes and filters do not touch it',
    code: `file_put_contents(sys_get_temp_dir() . '/notify-raw.txt', file_get_contents('php://input') . PHP_EOL, FILE_APPEND);`,
  },
  {
    stack: 'Laravel',
    source: 'symfony/http-foundation: Request::getContent; TrimStrings and ConvertEmptyStringsToNull change parameters only',
    code: `Log::info('notify raw', ['body' => $request->getContent()]);`,
  },
  {
    stack: 'ThinkPHP',
    source: 'top-think/framework: default_filter works on param, get and post; php://input is left alone',
    code: `\\think\\facade\\Log::info(file_get_contents('php://input'));`,
  },
  {
    stack: 'Hyperf',
    source: 'PSR-7: the stream of the request, read from its beginning when cast to a string',
    code: `$this->logger->info((string) $this->request->getBody());`,
  },
  {
    stack: 'Swoole',
    source: 'Swoole documents: Swoole\\Http\\Request::getContent',
    code: `file_put_contents('/tmp/notify-raw.txt', $request->getContent() . PHP_EOL, FILE_APPEND);`,
  },
  {
    stack: 'Express',
    source: 'expressjs/body-parser: option verify is given the body before it is parsed, decompressed',
    code: `const keep = (req, res, buf) => { req.rawBody = Buffer.from(buf); };
app.use(express.urlencoded({ extended: false, verify: keep }));
app.use(express.json({ verify: keep }));

// in the handler
console.log(req.rawBody?.toString('utf8'));`,
  },
  {
    stack: 'Koa',
    source: 'koa-bodyparser and @koa/bodyparser: ctx.request.rawBody; stream-utils/raw-body',
    note: {
      zh: 'koa-bodyparser（Egg 已内置）把原文留在 rawBody；没有装它时才自己读。',
      en: 'koa-bodyparser (built into Egg) leaves the original in rawBody; read it yourself only where that is not installed.',
    },
    code: `import getRawBody from 'raw-body';

const raw = ctx.request.rawBody ?? (await getRawBody(ctx.req, { encoding: 'utf8' }));
console.log(raw);`,
  },
  {
    stack: 'Egg',
    source: 'eggjs/egg: koa-bodyparser is built in',
    code: `this.ctx.logger.info('notify raw: %s', this.ctx.request.rawBody);`,
  },
  {
    stack: 'NestJS',
    source: 'docs.nestjs.com, FAQ, Raw body: kept for the built-in json and urlencoded parsers',
    code: `const app = await NestFactory.create(AppModule, { rawBody: true });

// in the controller
@Post('notify')
notify(@Req() request: RawBodyRequest<Request>) {
  console.log(request.rawBody?.toString('utf8'));
}`,
  },
  {
    stack: 'Node',
    source: 'nodejs.org, http.IncomingMessage is a readable stream',
    code: `const chunks = [];
for await (const chunk of req) chunks.push(chunk);
console.log(Buffer.concat(chunks).toString('utf8'));`,
  },
  {
    stack: 'Django',
    source: 'docs.djangoproject.com, HttpRequest.body: to be read before request.POST of a multipart form and before read()',
    code: `logging.warning('notify raw: %s', request.body.decode('utf-8', 'backslashreplace'))`,
  },
  {
    stack: 'Flask',
    source: 'werkzeug, Request.get_data: with cache=True request.form can still be read afterwards, not the other way round',
    note: { zh: '要写在第一次访问 request.form 或 request.values 之前。', en: 'Before the first use of request.form or request.values.' },
    code: `raw = request.get_data(cache=True)
current_app.logger.warning('notify raw: %s', raw.decode('utf-8', 'backslashreplace'))`,
  },
  {
    stack: 'FastAPI',
    source:
      'starlette, Request.body is cached, and form() reads from it; a Form(...) parameter has consumed the stream before the handler runs',
    note: {
      zh: '处理函数里只声明 request: Request，不要用 Form(...) 参数。',
      en: 'Declare only request: Request, no Form(...) parameters.',
    },
    code: `@app.post('/notify')
async def notify(request: Request):
    raw = await request.body()
    logging.warning('notify raw: %s', raw.decode('utf-8', 'backslashreplace'))`,
  },
  {
    stack: 'Python',
    source: 'PEP 3333: wsgi.input is a stream that is read once',
    code: `raw = environ['wsgi.input'].read(int(environ.get('CONTENT_LENGTH') or 0))
environ['wsgi.input'] = io.BytesIO(raw)
logging.warning('notify raw: %s', raw.decode('utf-8', 'backslashreplace'))`,
  },
  {
    stack: 'Go',
    source: 'pkg.go.dev/net/http: Request.Body; ParseForm reads it to its end',
    note: { zh: '要写在 ParseForm、FormValue 之前。', en: 'Before ParseForm and FormValue.' },
    code: `raw, err := io.ReadAll(r.Body)
if err != nil {
	log.Print(err)
}
r.Body = io.NopCloser(bytes.NewReader(raw))
log.Printf("notify raw: %s", raw)`,
  },
  {
    stack: 'gin',
    source: 'gin-gonic/gin: Context.GetRawData reads the body to its end',
    note: { zh: '要写在 PostForm、ShouldBind 之前。', en: 'Before PostForm and ShouldBind.' },
    code: `raw, err := c.GetRawData()
if err != nil {
	log.Print(err)
}
c.Request.Body = io.NopCloser(bytes.NewReader(raw))
log.Printf("notify raw: %s", raw)`,
  },
  {
    stack: 'ASP.NET Core',
    source: 'learn.microsoft.com, HttpRequestRewindExtensions.EnableBuffering',
    note: { zh: '放在 Program.cs 里其他中间件之前。', en: 'In Program.cs, before the other middleware.' },
    code: `app.Use(async (context, next) =>
{
    context.Request.EnableBuffering();
    using var reader = new StreamReader(context.Request.Body, Encoding.UTF8, leaveOpen: true);
    app.Logger.LogInformation("notify raw: {Raw}", await reader.ReadToEndAsync());
    context.Request.Body.Position = 0;
    await next(context);
});`,
  },
  {
    stack: 'Rails',
    source: 'api.rubyonrails.org, ActionDispatch::Request#raw_post',
    code: `Rails.logger.info("notify raw: #{request.raw_post}")`,
  },
];

/** In the form of the catalogue's remedies, so that a chosen framework finds its own. */
export const captureRemedies: readonly Remedy[] = captures.map(({ stack, code }) => ({ stack, text: code }));

export const captureNote = (stack: string, lang: Lang): string | null =>
  captures.find((each) => each.stack === stack)?.note?.[lang] ?? null;
