import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultOfUnixAddress, isAddress, isAddressOrRange } from './address.ts';
import { faultOfHeaderValue, faultOfPlainHeader, faultOfRequestHeader, isMatchableHeader } from './header.ts';
import {
  faultOfName,
  faultOfSniName,
  faultOfWildcardName,
  hostMeant,
  isDnsLabel,
  isPartialWildcard,
} from './host-name.ts';
import { coveredBy, hostsOverlap } from './host-overlap.ts';
import { faultOfLabelKey, faultOfLabelValue } from './label.ts';
import { isHttpLike, isProtocol, isTcpLike, isTlsLike } from './protocol.ts';
import { utf8Length } from './utf8.ts';

const sixty3 = 'a'.repeat(63);

/** What passes a test and what does not. */
function holds(
  title: string,
  test: (text: string) => boolean,
  good: readonly string[],
  bad: readonly string[],
): void {
  describe(title, () => {
    it.each(good.map((text) => [text]))('takes %j', (text) => expect(test(text)).toBe(true));
    it.each(bad.map((text) => [text]))('refuses %j', (text) => expect(test(text)).toBe(false));
  });
}

holds('a DNS label', isDnsLabel, ['a', 'A-1', '7', sixty3], ['', '-a', 'a-', 'a_b', 'a.b', `${sixty3}a`]);

holds(
  'a name',
  (text) => faultOfName(text) === null,
  ['web', 'web.shop', 'a.example.', `${sixty3}.example`, '9.example', '99999999999999999999'],
  ['', '12', '10.1.2.3', 'a..b', '.a', '*.a', 'a b', `${sixty3}a.b`, `${`${sixty3}.`.repeat(4)}a`],
);

holds(
  'a wildcard name',
  (text) => faultOfWildcardName(text) === null,
  ['*', '*.example', '*web', '*-web.example', '12', 'web.', 'web.example'],
  ['', '**', 'web*', 'w*b.example', 'a.*.example', '*.12', '10.1.2.3'],
);

holds(
  'a name asked for by TLS',
  (text) => faultOfSniName(text) === null,
  ['web.example', 'outbound_.80_.v1_.web.shop.svc.cluster.local'],
  ['outbound_', 'outbound_.x_._.web', 'outbound_.80_._.1', 'a_b.example'],
);

holds('a partial wildcard', isPartialWildcard, ['*a', '*-a.example', 'a*'], ['*', '*.example', 'a.example']);

holds(
  'an address',
  isAddress,
  [
    '10.1.2.3',
    '0.0.0.0',
    '::',
    '::1',
    '2001:db8::7',
    '1:2:3:4:5:6:7:8',
    'fe80::1%eth0',
    '::ffff:10.1.2.3',
    '1:2:3:4:5:6:10.1.2.3',
  ],
  [
    '',
    '10.1.2',
    '10.1.2.03',
    '10.1.2.256',
    '10.1.2.3/8',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7::8',
    'fe80::1%',
    '12345::',
    '::10.1.2',
  ],
);

holds(
  'an address or range',
  isAddressOrRange,
  ['10.1.2.3', '10.1.2.3/8', '10.0.0.0/0', '2001:db8::/32', '::/128'],
  ['10.1.2.3/33', '10.1.2.3/', '10.1.2.3/08', '10.1.2.3/8/8', '::/129', 'fe80::1%eth0/64', 'a/8'],
);

holds(
  'a socket',
  (text) => faultOfUnixAddress(text) === null,
  ['unix:///run/a', 'unix://@a', 'unix://@a/'],
  ['unix://', 'unix://run/a', 'unix:///run/'],
);

holds(
  'the key of a label',
  (text) => faultOfLabelKey(text) === null,
  ['app', 'a.b_c-d', 'example.com/app', sixty3],
  ['', 'a b', '-a', 'a/', '/a', 'a/b/c', 'exa_mple/a', `${sixty3}a`],
);

holds(
  'the value of a label',
  (text) => faultOfLabelValue(text) === null,
  ['', 'v1', 'a.b_c', sixty3.repeat(2)],
  ['a b', '-a', 'a/b'],
);

holds(
  'a header to match',
  isMatchableHeader,
  ['x-user', 'X_a', 'a,b', ':path', '@request.auth.claims.group', '@Request.Auth.Claims[a][b]'],
  ['', 'a b', ':other', 'a:', '@request.auth.claims', '@request.auth.claims[]', '@request.auth.claimsx'],
);

holds(
  'a header to set',
  (text) => faultOfRequestHeader(text) === null,
  ['x-a', 'Host', ':authority', 'a b'],
  ['', ':path'],
);
holds('a header to remove', (text) => faultOfPlainHeader(text) === null, ['x-a'], ['', 'HOST', ':authority']);

holds(
  'the value of a header',
  (text) => faultOfHeaderValue(text) === null,
  [
    '',
    'a\tb',
    '100%%',
    '%PROTOCOL%',
    '%REQ(x-a)%',
    '%REQ(x-a) %',
    '%A(["b", "c"])%',
    'a %B% c',
    'é',
    '%A(b\\))%',
    '% %',
  ],
  ['100%', '%A', '%A(b%', '%A()%', '%A(["b" "c"])%', '%A(b)c%', '%A("b")%', 'a\nb', 'a\u007f'],
);

holds('a protocol', isProtocol, ['HTTP', 'grpc-web', 'Mongo', 'http_proxy'], ['', 'HTTP/2', 'grpcweb']);
holds('a protocol of requests', isHttpLike, ['grpc', 'HTTP2'], ['https', 'tcp', '']);
holds('a protocol of TLS', isTlsLike, ['https', 'TLS'], ['http', '']);
holds('a protocol of connections', isTcpLike, ['tcp', 'HTTPS', 'mysql'], ['udp', 'http', '']);

it.each([
  ['*.example', 'a.example', true],
  ['*.example', 'example', false],
  ['*.a.example', '*.example', true],
  ['*shop', 'shop', true],
  ['a.example', 'a.example', true],
  ['a.example', 'b.example', false],
])('%s and %s overlap: %s', (a, b, expected) => {
  expect(hostsOverlap(a, b)).toBe(expected);
  expect(hostsOverlap(b, a)).toBe(expected);
});

it('lets no wider name lie within a narrower one', () => {
  expect(coveredBy('a.example', '*.example')).toBe(true);
  expect(coveredBy('*.example', 'a.example')).toBe(false);
  expect(coveredBy('*.example', '*.a.example')).toBe(false);
  expect(coveredBy('*.a.example', '*.example')).toBe(true);
});

it.each([
  ['https://web.example/path', 'web.example'],
  ['web.example:8080', 'web.example'],
  [' web.example ', 'web.example'],
  ['.web.example', '*.web.example'],
  ['web.example', undefined],
  ['my_web.example', undefined],
])('takes %j to mean %s', (written, meant) => {
  expect(hostMeant(written, (host) => faultOfWildcardName(host) === null)).toBe(meant);
});

it('means only good hosts, and no other than the one written when that is good', () => {
  const good = (host: string): boolean => faultOfWildcardName(host) === null;
  fc.assert(
    fc.property(fc.string(), (written) => {
      const meant = hostMeant(written, good);
      if (meant !== undefined) expect(good(meant)).toBe(true);
    }),
  );
});

it('measures texts as UTF-8 does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(utf8Length(text)).toBe(encodeURIComponent(text).replaceAll(/%../g, 'x').length);
    }),
  );
});
