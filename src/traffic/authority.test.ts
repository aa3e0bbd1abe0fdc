import { describe, expect, it } from 'vitest';
import { authorityFault, wireHost } from './authority.ts';
import { onTheWire, plainRequest } from './request.ts';
import { fromShop } from './traffic.testkit.ts';

const wire = (url: string) => onTheWire({ caller: fromShop, url });

describe('where a URL goes', () => {
  it.each([
    ['a.example', 'a.example', 80],
    ['A.Example:8080', 'a.example', 8080],
    ['10.0.0.1', '10.0.0.1', 80],
    ['[fd00::1]', '[fd00::1]', 80],
    ['[fd00::1]:8080', '[fd00::1]', 8080],
    ['bücher.example', 'xn--bcher-kva.example', 80],
    ['bücher.example:81', 'xn--bcher-kva.example', 81],
    ['bob:pass@a.example:81', 'a.example', 81],
  ])('%s', (authority, hostname, port) => {
    expect(authorityFault(authority)).toBeNull();
    expect(wire(`http://${authority}/`)).toMatchObject({ hostname, port });
  });

  it.each([
    ['fd00::1', /in brackets.*\[fd00::1\]/],
    ['[fd00', /this is none/],
    ['*.example', /one host/],
    ['a b', /blank/],
    ['a{b}', /character \{/],
    ['a:', /port is missing/],
    ['a:x', /x is no port/],
    ['a:0', /0 is no port/],
    ['a:65536', /65536 is no port/],
    ['bob@', /which host/],
  ])('%s goes nowhere', (authority, fault) => {
    expect(authorityFault(authority)).toMatch(fault);
    expect(() => plainRequest({ caller: fromShop, url: `http://${authority}/` })).toThrow(fault);
  });
});

it('credentials go as a header, unless there is one', () => {
  expect(wire('http://bob:p%40ss@a.example/').headers['authorization']).toBe('Basic Ym9iOnBAc3M=');
  const own = { caller: fromShop, url: 'http://bob@a.example/', headers: { Authorization: 'Bearer x' } };
  expect(onTheWire(own).headers).toEqual({ authorization: 'Bearer x' });
  expect(wireHost('plain.example:80')).toBe('plain.example:80');
});
