/** The production build on a free port, by the same server and with the same headers as `npm start`; it can be stopped. */
import { existsSync } from 'node:fs';
import { preview } from 'vite';

export interface Site {
  readonly address: string;
  /** Requests answered so far. */
  hits(): number;
  /** Closes the server and every open connection: the only sure way to be offline. */
  stop(): Promise<void>;
}

export async function startSite(): Promise<Site> {
  if (!existsSync('dist/index.html')) throw new Error('No build found: run npm run build first.');
  const server = await preview({ preview: { port: 0, strictPort: false, open: false }, logLevel: 'silent' });
  let hits = 0;
  let running = true;
  server.httpServer.on('request', () => hits++);
  const bound = server.httpServer.address();
  if (bound === null || typeof bound === 'string') throw new Error('The server has no port.');
  return {
    address: `http://127.0.0.1:${bound.port}/`,
    hits: () => hits,
    async stop() {
      if (!running) return;
      running = false;
      const closed = new Promise((resolve) => server.httpServer.close(resolve));
      if ('closeAllConnections' in server.httpServer) server.httpServer.closeAllConnections();
      await closed;
    },
  };
}
