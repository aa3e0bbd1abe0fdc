import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainRequest, RequestError, type Caller, type Request } from '../../traffic/index.ts';
import { isCurl, parseCurl } from './parse-curl.ts';
import { shellWord, shellWords } from './shell-words.ts';
import { toCurl } from './to-curl.ts';

const caller: Caller = { kind: 'sidecar', namespace: 'shop' };
const read = (text: string): Omit<Request, 'caller'> => {
  const { caller: _caller, ...rest } = parseCurl(text, caller);
  return rest;
};
const GET = { method: 'GET' };

describe('a curl command', () => {
  it.each<readonly [string, Omit<Request, 'caller'>]>([
    ['curl a.example', { ...GET, url: 'http://a.example/' }],
    ['$ curl -sSLk https://a.example:8443/x?y=1', { ...GET, url: 'https://a.example:8443/x?y=1' }],
    [
      `curl -XPOST 'http://a.example/' -H 'X-User: bob'`,
      { method: 'POST', url: 'http://a.example/', headers: { 'X-User': 'bob' } },
    ],
    ['curl --request=PUT http://a.example/', { method: 'PUT', url: 'http://a.example/' }],
    ['curl -I http://a.example/', { method: 'HEAD', url: 'http://a.example/' }],
    [
      `curl http://a.example/ -d 'a=1' --data-raw "b=2"`,
      {
        method: 'POST',
        url: 'http://a.example/',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      },
    ],
    [
      `curl --json '{"a":1}' http://a.example/`,
      {
        method: 'POST',
        url: 'http://a.example/',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
      },
    ],
    [
      'curl -G http://a.example/x?q=1 --data-urlencode "w=a b" -d z=2',
      { ...GET, url: 'http://a.example/x?q=1&w=a%20b&z=2' },
    ],
    ['curl -T file http://a.example/', { method: 'PUT', url: 'http://a.example/' }],
    [
      'curl -u me:pass http://a.example/',
      { ...GET, url: 'http://a.example/', headers: { authorization: 'Basic bWU6cGFzcw==' } },
    ],
    [
      `curl http://a.example/ -A 'me' -b 'k=v' -e there`,
      { ...GET, url: 'http://a.example/', headers: { 'user-agent': 'me', cookie: 'k=v', referer: 'there' } },
    ],
    [
      `curl http://10.0.0.1:8080/ -H 'Host: a.example'`,
      {
        ...GET,
        protocol: 'http',
        tls: 'plaintext',
        host: 'a.example',
        port: 8080,
        path: '/',
        dial: '10.0.0.1',
      },
    ],
    [
      `curl https://b.example/ -H 'host: a.example'`,
      { ...GET, url: 'https://a.example/', sni: 'b.example', dial: 'b.example' },
    ],
    [
      'curl --resolve a.example:80:10.0.0.7 http://a.example/',
      { ...GET, url: 'http://a.example/', address: '10.0.0.7' },
    ],
    [
      'curl --connect-to a.example:443:gw.example:8443 https://a.example/x',
      { ...GET, protocol: 'http', tls: 'tls', host: 'a.example', port: 8443, path: '/x', dial: 'gw.example' },
    ],
    [
      'curl --http2-prior-knowledge http://a.example/',
      { ...GET, url: 'http://a.example/', protocol: 'http2' },
    ],
    [
      'curl telnet://db.example:5432',
      { ...GET, protocol: 'tcp', tls: 'plaintext', host: 'db.example', port: 5432, path: '/' },
    ],
    [
      `curl http://a.example/ -H 'Accept:' -H 'X-Empty;' -o out --max-time 5`,
      { ...GET, url: 'http://a.example/', headers: { 'X-Empty': '' } },
    ],
    [
      `curl 'http://a.example/' \\\n  -H $'x: it\\'s\\tme \\u0041' \\\r\n  --compressed`,
      { ...GET, url: 'http://a.example/', headers: { x: "it's\tme A" } },
    ],
    [
      `curl ^"http://a.example/?a=1^&b=2^" ^\r\n  -H ^"x: say ^\\^"hi^\\^"^"`,
      { ...GET, url: 'http://a.example/?a=1&b=2', headers: { x: 'say "hi"' } },
    ],
  ])('%s', (text, expected) => {
    expect(isCurl(text)).toBe(true);
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['wget http://a.example/', 'no curl command'],
    ['curl -I', 'names no URL'],
    ['curl ftp://a.example/', 'no URL that can be sent'],
    ["curl 'http://a.example/", 'never closed'],
  ])('%s is refused with a reason', (text, why) => {
    expect(() => read(text)).toThrow(RequestError);
    expect(() => read(text)).toThrow(why);
  });

  const label = fc.stringMatching(/^[a-z]([a-z0-9-]{0,6}[a-z0-9])?$/);
  const host = fc.array(label, { minLength: 1, maxLength: 3 }).map((labels) => labels.join('.'));
  const text = fc.stringMatching(/^[!-~]([ -~]{0,12}[!-~])?$/);
  const request = fc
    .record({
      tls: fc.constantFrom('plaintext' as const, 'tls' as const),
      protocol: fc.constantFrom('http' as const, 'http2' as const),
      host,
      withPort: fc.boolean(),
      port: fc.constantFrom(80, 443, 8080),
      method: fc.constantFrom('GET', 'POST', 'HEAD', 'DELETE'),
      path: fc.stringMatching(/^\/[!-"$-~]{0,12}$/),
      headers: fc.dictionary(fc.stringMatching(/^x-[a-z]{1,6}$/), fc.oneof(text, fc.constant('')), {
        maxKeys: 3,
      }),
      dial: fc.option(host, { nil: undefined }),
      address: fc.option(fc.ipV4(), { nil: undefined }),
      sni: fc.option(host, { nil: undefined }),
    })
    .map(({ withPort, port, sni, dial, address, headers, ...rest }) =>
      plainRequest({
        caller,
        ...rest,
        port,
        host: withPort ? `${rest.host}:${port}` : rest.host,
        ...(Object.keys(headers).length && { headers }),
        ...(dial !== undefined &&
          dial !== (sni !== undefined && rest.tls === 'tls' ? sni : rest.host) && { dial }),
        ...(address !== undefined && { address }),
        ...(sni !== undefined && rest.tls === 'tls' && sni !== rest.host && { sni, dial: dial ?? sni }),
      }),
    );

  it('of a request gives the request again', () => {
    fc.assert(
      fc.property(request, (original) => {
        expect(plainRequest(parseCurl(toCurl(original), caller))).toEqual(original);
      }),
    );
  });

  it('keeps any word whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (word) => {
        fc.pre(!/\s\^"|\^[\r\n]/.test(word));
        expect(shellWords(`a ${shellWord(word)} b`)).toEqual(['a', word, 'b']);
      }),
    );
  });
});
