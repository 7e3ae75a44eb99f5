// A language model asked over the network: a server of our own stands for it, friendly and hostile.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { ask, type Endpoint } from '../../src/app/endpoint';
import { toRequests } from '../../src/core/extract/endpoint';
import { toKnownActors } from '../../src/core/extract/known';
import { CORPUS } from '../shipped';

const { text } = CORPUS.articles.get('article:ilacs-review-2019')!;
const ARTICLE = { text, furniture: [] };
const ACTORS = toKnownActors(CORPUS);

type Asked = {
  method?: string | undefined;
  url?: string | undefined;
  key?: string | undefined;
  cookie?: string | undefined;
  body: string;
};
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** Serves answers; where, and what it was asked. */
async function serve(
  reply: (response: ServerResponse, asked: Asked) => void,
): Promise<{ address: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { authorization, cookie } = request.headers;
      const body = Buffer.concat(chunks).toString();
      const one = { method: request.method, url: request.url, key: authorization, cookie, body };
      asked.push(one);
      reply(response, one);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, asked };
}

const complete = (content: unknown) =>
  JSON.stringify({ choices: [{ message: { content: JSON.stringify(content) }, finish_reason: 'stop' }] });
const sendAlways = (status: number, body: string) =>
  serve((response) => void response.writeHead(status, { 'content-type': 'application/json' }).end(body));
const askAt = (address: string, more: Partial<Endpoint> = {}, how?: Parameters<typeof ask>[3]) =>
  ask({ address, model: 'llama3.2', ...more }, ARTICLE, ACTORS, how);

describe('a model that is asked', () => {
  test('gets every piece of the article with the key, and what it proposes is told piece by piece', async () => {
    const { address, asked } = await serve((response, { body }) => {
      const { messages } = JSON.parse(body) as { messages: { content: string }[] };
      const piece = messages[1]!.content;
      const actors = piece.includes('Steve Crocker')
        ? [{ kind: 'person', name: 'Steve Crocker', confidence: 0.9 }]
        : [];
      response.end(complete({ actors, reports: [], statements: [] }));
    });
    const shares: number[] = [];
    const { proposals, dropped } = await askAt(
      address,
      { key: 'sk-secret' },
      { tell: (share) => shares.push(share) },
    );
    expect(proposals).toMatchObject([{ kind: 'person', id: 'person:steve-crocker' }]);
    expect(dropped).toEqual([]);
    expect(asked.length).toBeGreaterThan(1);
    expect(shares).toEqual(asked.map((_, place) => (place + 1) / asked.length));
    for (const { method, url, key, cookie } of asked) {
      expect([method, url, key, cookie]).toEqual([
        'POST',
        '/v1/chat/completions',
        'Bearer sk-secret',
        undefined,
      ]);
    }
    const sent = asked.map(({ body }) => body).join('');
    expect(sent).not.toContain('sk-secret');
  });

  test('without a key is sent none', async () => {
    const { address, asked } = await sendAlways(200, complete({ actors: [] }));
    await askAt(address);
    expect(asked[0]!.key).toBeUndefined();
  });

  test('that follows orders in the article and makes things up is not believed', async () => {
    const { address } = await sendAlways(
      200,
      complete({
        actors: [{ kind: 'organisation', name: '<img src=x onerror=alert(1)>', confidence: 1 }],
        statements: [
          {
            kind: 'claim',
            form: null,
            quote: 'Ofsted admitted that it had been wrong all along',
            speech: 'direct',
            speakers: ['Steve Crocker'],
            confidence: 1,
          },
        ],
      }),
    );
    const { proposals, dropped } = await askAt(address);
    expect(proposals).toEqual([]);
    expect(dropped.map(({ reason }) => reason)).toEqual(['in words that are not in the article']);
    expect(dropped[0]!.count).toBeGreaterThanOrEqual(2);
  });

  test.each([
    [
      401,
      '{"error":{"message":"Incorrect API key provided"}}',
      /key was not accepted \(401\).* “Incorrect API key/,
    ],
    [403, '', /key was not accepted \(403\)\.$/],
    [404, '{"error":{"message":"model \\"llama3.2\\" not found"}}', /no model “llama3\.2”.*\(404\)/],
    [429, '{"error":"slow down"}', /no more requests for now.*“slow down”/],
    [500, '<h1>Oops</h1>', /could not answer \(500\)\.$/],
    [200, '<!doctype html><title>Router</title>', /is not JSON/],
    [200, '{"choices":[{"message":{"content":"{}"}}]', /is not JSON/],
    [200, complete('hello'), /did not answer in the form/],
  ])('and answers %i with %s is told of in a sentence', async (status, body, sentence) => {
    const { address } = await sendAlways(status, body);
    await expect(askAt(address, { key: 'sk-1' })).rejects.toThrow(sentence);
  });

  test('whose answer has no end is cut off', async () => {
    let sent = 0;
    const { address } = await serve((response) => {
      const chunk = ' '.repeat(500_000);
      const send = () => {
        sent += chunk.length;
        if (sent > 50_000_000 || response.destroyed) response.end();
        else response.write(chunk, () => setImmediate(send));
      };
      send();
    });
    await expect(askAt(address)).rejects.toThrow('The answer is longer than 5 MB: it was not read.');
    expect(sent).toBeLessThan(50_000_000);
  });

  test('that sends elsewhere is not followed: neither words nor key go there', async () => {
    const elsewhere = await sendAlways(200, complete({ actors: [] }));
    const { address } = await serve(
      (response) => void response.writeHead(307, { location: `${elsewhere.address}/chat/completions` }).end(),
    );
    await expect(askAt(address, { key: 'sk-1' })).rejects.toThrow('cannot be reached');
    expect(elsewhere.asked).toEqual([]);
  });

  test('that is not there, or lets go in the middle, is told of with what to do', async () => {
    const { address } = await serve((response) => {
      response.write('{"choices":');
      setImmediate(() => response.destroy());
    });
    await expect(askAt(address)).rejects.toThrow(/cannot be reached.*CORS/);
    await expect(askAt('http://127.0.0.1:9')).rejects.toThrow('http://127.0.0.1:9 cannot be reached');
  });

  test('that answers some pieces and then no more is believed so far; what is left is told with the reason', async () => {
    const { address, asked } = await serve((response, { body }) => {
      if (asked.length === 3) return void response.writeHead(429).end('{"error":"slow down"}');
      const { messages } = JSON.parse(body) as { messages: { content: string }[] };
      const names = ['Steve Crocker', 'Yvette Stanley'].filter((name) => messages[1]!.content.includes(name));
      const actors = names.map((name) => ({ kind: 'person', name, confidence: 0.9 }));
      return void response.end(complete({ actors, reports: [], statements: [] }));
    });
    const long = { text: `${text}\n\n${text}`, furniture: [] };
    const pieces = toRequests(long, ACTORS, 'any');
    expect(pieces.length).toBeGreaterThan(3);
    const { proposals, unanswered } = await ask({ address, model: 'any' }, long, ACTORS);
    expect(proposals).toMatchObject([{ kind: 'person', id: 'person:steve-crocker' }]);
    expect(asked).toHaveLength(3);
    expect(unanswered?.why).toMatch(/no more requests for now \(429\).*“slow down”/);
    const rest = long.text.slice(pieces[2]!.span.start).trim().replace(/\s+/g, ' ');
    expect(rest.startsWith(unanswered!.from.slice(1, -2))).toBe(true);
  });

  test('can be given up in the middle, and what it answered before is kept', async () => {
    const stop = new AbortController();
    const { address, asked } = await serve((response) => {
      if (asked.length === 2) return stop.abort(new Error('Given up.'));
      return void response.end(
        complete({ actors: [{ kind: 'organisation', name: 'Ofsted', confidence: 1 }] }),
      );
    });
    const { proposals, unanswered } = await askAt(address, {}, { signal: stop.signal });
    expect(proposals).toMatchObject([{ kind: 'organisation', id: 'organisation:ofsted' }]);
    expect(asked).toHaveLength(2);
    expect(Object.keys(unanswered!)).toEqual(['from']);
  });

  test('can be given up', async () => {
    const stop = new AbortController();
    const { address, asked } = await serve(() => stop.abort(new Error('Given up.')));
    await expect(askAt(address, {}, { signal: stop.signal })).rejects.toThrow('Given up.');
    expect(asked).toHaveLength(1);
    await expect(askAt(address, {}, { signal: stop.signal })).rejects.toThrow('Given up.');
    expect(asked).toHaveLength(1);
  });

  test('must be named with an address and a key that can be sent', async () => {
    await expect(askAt('file:///etc/passwd')).rejects.toThrow('must begin with http://');
    await expect(askAt('http://localhost', { model: ' ' })).rejects.toThrow('name of a model');
    await expect(askAt('http://localhost', { key: 'a\r\nX-Evil: 1' })).rejects.toThrow(
      'The key holds characters',
    );
  });
});
