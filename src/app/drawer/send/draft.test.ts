import { describe, expect, it } from 'vitest';
import { draftOf, EMPTY_DRAFT, isObjection, requestOf, type Draft } from './draft.ts';

const of = (draft: Partial<Draft>) => requestOf({ ...EMPTY_DRAFT, ...draft });
const caller = EMPTY_DRAFT.caller;

describe('a draft becomes a request', () => {
  it.each<[string, Partial<Draft>, object]>([
    ['as typed', { url: 'http://a.example/x?y=1' }, { url: 'http://a.example/x?y=1' }],
    ['without a scheme it is HTTP', { url: ' a.example:8080/x ' }, { url: 'http://a.example:8080/x' }],
    ['https is what the app says', { url: 'https://a.example' }, { url: 'https://a.example' }],
    ['with method', { url: 'a', method: 'POST' }, { url: 'http://a', method: 'POST' }],
    [
      'with headers, empty lines aside',
      {
        url: 'a',
        headers: [
          { name: 'x-a', value: '1' },
          { name: '', value: '' },
        ],
      },
      { url: 'http://a', headers: { 'x-a': '1' } },
    ],
    [
      'gRPC by its content type',
      { url: 'a/s.S/M', protocol: 'grpc' },
      { url: 'http://a/s.S/M', protocol: 'http2', headers: { 'content-type': 'application/grpc' } },
    ],
    [
      'TCP to a port',
      { url: 'db:5432', protocol: 'tcp', address: '10.0.0.1' },
      { protocol: 'tcp', tls: 'plaintext', host: 'db', port: 5432, address: '10.0.0.1' },
    ],
    [
      'TLS to 443 where nothing is said',
      { url: 'https://a.example/x', protocol: 'tls', sni: 'b.example' },
      { protocol: 'tcp', tls: 'tls', host: 'a.example', port: 443, sni: 'b.example' },
    ],
    [
      'TCP, where the URL says so',
      { url: 'tcp://db:5432' },
      { protocol: 'tcp', tls: 'plaintext', host: 'db', port: 5432 },
    ],
    [
      'gRPC, where the URL says so',
      { url: 'grpc://a/s.S/M' },
      { url: 'http://a/s.S/M', protocol: 'http2', headers: { 'content-type': 'application/grpc' } },
    ],
    ['to an IPv6 address', { url: '[fd00::1]:81/x' }, { url: 'http://[fd00::1]:81/x' }],
    [
      'TCP to an IPv6 address',
      { url: '[fd00::1]:81', protocol: 'tcp' },
      { protocol: 'tcp', tls: 'plaintext', host: '[fd00::1]', port: 81 },
    ],
  ])('%s', (_, draft, request) => {
    expect(of(draft)).toEqual({ caller, ...request });
  });
});

describe('an objection stands at its field', () => {
  it.each<[Partial<Draft>, string, RegExp]>([
    [{ url: '' }, 'url', /Say where/],
    [{ url: 'http://a b' }, 'url', /without blanks/],
    [{ url: 'ftp://a' }, 'url', /ftp:\/\//],
    [{ url: 'a:0' }, 'url', /0 is no port/],
    [{ url: 'a:99999' }, 'url', /99999/],
    [{ url: 'db', protocol: 'tcp' }, 'url', /needs a port/],
    [{ url: '[fd00::1]', protocol: 'tcp' }, 'url', /needs a port/],
    [{ url: 'fd00::1' }, 'url', /in brackets/],
    [{ url: '*.example' }, 'url', /one host/],
    [{ url: 'a', address: '10.0.0.256' }, 'address', /IP/],
    [{ url: 'a', address: 'home' }, 'address', /IP/],
    [{ url: 'a', headers: [{ name: 'x y', value: '' }] }, 'headers', /“x y”/],
    [{ url: 'a', headers: [{ name: '', value: '1' }] }, 'headers', /name/],
  ])('%o', (draft, field, text) => {
    const made = of(draft);
    expect(isObjection(made) && made.field).toBe(field);
    expect(isObjection(made) && made.text).toMatch(text);
  });
});

describe('a request becomes a draft', () => {
  it.each<Partial<Draft>>([
    { url: 'http://a.example/x', method: 'POST', headers: [{ name: 'x-a', value: '1' }] },
    { url: 'https://a.example/' },
    { url: 'db:5432', protocol: 'tcp', address: '10.0.0.1' },
    { url: 'a.example:443', protocol: 'tls', sni: 'b.example' },
  ])('and back: %o', (draft) => {
    const whole = { ...EMPTY_DRAFT, ...draft };
    const made = requestOf(whole);
    expect(!isObjection(made) && draftOf(made)).toEqual(whole);
  });

  it('of a request that has its parts apart', () => {
    expect(draftOf({ caller, host: 'a.example', port: 80, path: '/x' }).url).toBe('http://a.example/x');
    expect(draftOf({ caller, host: 'a.example', port: 8080 }).url).toBe('http://a.example:8080/');
  });
});
