import { describe, expect, it } from 'vitest';
import { differenceText } from '../aim/differences.ts';
import { get, meshOf, withRegexes } from '../traffic.testkit.ts';
import { whyNot } from './why-not.ts';
import type { Request } from '../request.ts';

withRegexes();

const ENTRY =
  'ServiceEntry shop/e { hosts: [a.example], ports: [{ number: 80, name: http, protocol: HTTP }], resolution: DNS }';
const OK = 'directResponse: { status: 200 }';
const rules = (...http: readonly string[]) => [
  ENTRY,
  `VirtualService shop/v { hosts: [a.example], http: [${http.map((rule) => `{ ${rule} }`).join()}] }`,
];
const ask = (resources: readonly string[], request: Request, index: number) =>
  whyNot(meshOf(resources), request, { resource: 'VirtualService/shop/v', section: 'http', index });
const changed = (answer: ReturnType<typeof ask>) => answer.nearest?.differences.map(differenceText);

describe('why a rule does not take a request', () => {
  it('is no question where it does', () => {
    expect(ask(rules(OK), get('http://a.example/'), 0)).toMatchObject({ taken: true, missed: [] });
  });

  it('names every condition that fails, and the one change that is enough', () => {
    const answer = ask(
      rules(`match: [{ uri: { prefix: /a }, headers: { x-user: { exact: bob } } }], ${OK}`),
      get('http://a.example/a/b?c=d', { headers: { accept: '*/*' } }),
      0,
    );
    expect(answer.missed).toEqual([
      { match: 0, failed: [{ code: 'HEADER(x-user)', text: 'the header x-user is not exactly bob' }] },
    ]);
    expect(changed(answer)).toEqual(['the header x-user is there: bob']);
    expect(answer.nearest?.request.url).toBe('http://a.example/a/b?c=d');
  });

  it('takes the nearest of several matches', () => {
    const answer = ask(
      rules(`match: [{ uri: { prefix: /a }, method: { exact: PUT } }, { uri: { prefix: /b } }], ${OK}`),
      get('http://a.example/b/../c'),
      0,
    );
    expect(answer.missed.map(({ failed }) => failed.length)).toEqual([2, 1]);
    expect(changed(answer)).toEqual(['the path is /b instead of /b/../c']);
  });

  it('keeps away from a rule that takes it before', () => {
    const answer = ask(
      rules(`match: [{ headers: { x-beta: {} } }], ${OK}`, `match: [{ uri: { prefix: /a } }], ${OK}`),
      get('http://a.example/a', { headers: { 'X-Beta': '1' } }),
      1,
    );
    expect(answer.missed).toEqual([{ match: 0, failed: [] }]);
    expect(changed(answer)).toEqual(['the header x-beta is not there']);
  });

  it('changes the caller, the scheme and the host where that is what is wrong', () => {
    const answer = ask(
      rules(`match: [{ sourceNamespace: far, sourceLabels: { app: cart } }], ${OK}`),
      get('https://b.example/x'),
      0,
    );
    expect(answer.missed[0]?.failed.map(({ code }) => code)).toEqual(['STATIC_LABELS', 'STATIC_NAMESPACE']);
    expect(changed(answer)).toEqual([
      'the caller’s namespace is far instead of shop',
      'the caller’s labels is app: cart instead of app: web',
      'the protocol is plaintext HTTP instead of TLS',
      'the port is 80 instead of 443',
      'the Host is a.example instead of b.example',
    ]);
  });

  it('says why no request comes there', () => {
    expect(
      ask(rules(OK, `match: [{ uri: { prefix: /a } }], ${OK}`), get('http://a.example/a'), 1),
    ).toMatchObject({
      taken: false,
      why: 'All that it asks for is taken before, by rule 1 of shop/v.',
    });
    expect(
      ask(
        rules(`match: [{ headers: { "@request.auth.claims.sub": { exact: me } } }], ${OK}`),
        get('http://a.example/'),
        0,
      ).missed[0]?.failed,
    ).toEqual([expect.objectContaining({ code: 'UNKNOWN' })]);
  });
});
