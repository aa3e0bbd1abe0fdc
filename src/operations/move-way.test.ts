import { describe, expect, it } from 'vitest';
import { after, contextOf } from './operations.testkit.ts';
import type { Path } from '../yaml/index.ts';

const rules = (http: string, head = 'name: cart, namespace: shop') =>
  `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {${head}}
spec:
  hosts: [${head.includes('cart') ? 'cart.example' : 'till.example'}]
  http:
${http}`;
const CART = 'VirtualService/shop/cart';

/** The rules of a file after a way of its first VirtualService was moved. */
function moved(text: string, path: Path, rule: Path, to = CART): string {
  const context = contextOf(text);
  return after(context, { kind: 'move-way', resource: CART, path, to, rule })['a.yaml'] ?? '';
}

const TWO = `  - name: a
    route:
    - destination: {host: blue}
      weight: 60
    - destination: {host: green, subset: v1, port: {number: 80}} # new
      weight: 40
      headers: {request: {set: {x: z1}}}
  - name: b   # slow
    route:
    - destination: {host: red}
`;

describe('move-way', () => {
  it('takes a destination to another rule with what it says; the weights of both keep their total', () => {
    expect(moved(rules(TWO), ['spec', 'http', 0, 'route', 1], ['spec', 'http', 1])).toBe(
      rules(`  - name: a
    route:
    - destination: {host: blue}
      weight: 100
  - name: b   # slow
    route:
    - destination: {host: red}
      weight: 50
    - destination: {host: green, subset: v1, port: {number: 80}} # new
      weight: 50
      headers: {request: {set: {x: z1}}}
`),
    );
  });

  it('takes the last one too, and the rule that then does nothing goes', () => {
    expect(moved(rules(TWO), ['spec', 'http', 1, 'route', 0], ['spec', 'http', 0])).toBe(
      rules(`  - name: a
    route:
    - destination: {host: blue}
      weight: 40
    - destination: {host: green, subset: v1, port: {number: 80}} # new
      weight: 27
      headers: {request: {set: {x: z1}}}
    - destination: {host: red}
      weight: 33
`),
    );
  });

  it('takes what is said of a destination, above it, in it and below, and leaves what is said of others', () => {
    const text = `  - route:
    # the old fleet
    - destination: {host: blue}   # stays
      weight: 60
    # the new fleet,
    # from October on
    - destination:
        # by its name
        host: green   # soon more
      weight: 40   # little

      # of the headers
      headers: {request: {set: {x: z1}}}
        # and no more
    # the rest
  - route:
      # in red
      - destination: {host: red}
`;
    expect(moved(rules(text), ['spec', 'http', 0, 'route', 1], ['spec', 'http', 1])).toBe(
      rules(`  - route:
    # the old fleet
    - destination: {host: blue}   # stays
      weight: 100
    # the rest
  - route:
      # in red
      - destination: {host: red}
        weight: 50
      # the new fleet,
      # from October on
      - destination:
          # by its name
          host: green   # soon more
        weight: 50   # little

        # of the headers
        headers: {request: {set: {x: z1}}}
          # and no more
`),
    );
  });

  it('takes what is said of a mirror and of its share, whichever form they have', () => {
    const single = `  - route:
    - destination: {host: a}
    # a copy
    mirror: {host: copy}   # for tests
    # not much
    mirrorPercentage: {value: 5}   # of all
`;
    const listed = `  - name: b
    mirrors:
    - destination: {host: x}
`;
    const both = `${listed}    # a copy
    - destination: {host: copy}   # for tests
      # not much
      percentage: {value: 5}   # of all
`;
    const without = '  - route:\n    - destination: {host: a}\n';
    expect(moved(rules(single + listed), ['spec', 'http', 0, 'mirror'], ['spec', 'http', 1])).toBe(
      rules(without + both),
    );
    expect(moved(rules(without + both), ['spec', 'http', 1, 'mirrors', 1], ['spec', 'http', 0])).toBe(
      rules(single + listed),
    );
  });

  it('takes what is said of a delegate, also with the line ends of Windows', () => {
    const part =
      '---\napiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: part, namespace: shop}\nspec: {http: []}\n';
    const text = rules(
      `  - match: [{uri: {prefix: /a}}]\n    # theirs\n    delegate:   # see there\n      name: part   # of it\n  - name: b\n${part}`,
    ).replaceAll('\n', '\r\n');
    expect(moved(text, ['spec', 'http', 0, 'delegate'], ['spec', 'http', 1])).toBe(
      rules(
        `  - name: b\n    # theirs\n    delegate:   # see there\n      name: part   # of it\n${part}`,
      ).replaceAll('\n', '\r\n'),
    );
  });

  it('takes a destination with an anchor as what it says', () => {
    const text = `  - route:
    - destination: {host: blue}
      weight: 60
    - destination: {host: green} # new
      weight: &little 40
  - route:
    - destination: {host: red}
`;
    const after = moved(rules(text), ['spec', 'http', 0, 'route', 1], ['spec', 'http', 1]);
    expect(after).toContain('    - destination:\n        host: green\n      weight: 50\n');
    expect(after).not.toContain('&little');
  });

  it('names a short host in full where the other rule is of another namespace', () => {
    const other = rules('  - route:\n    - destination: {host: till}\n', 'name: till, namespace: pay');
    const text = moved(
      `${rules(TWO)}---\n${other}`,
      ['spec', 'http', 0, 'route', 0],
      ['spec', 'http', 0],
      'VirtualService/pay/till',
    );
    expect(text).toContain('host: blue.shop.svc.cluster.local');
    expect(text.split('---')[0]).not.toContain('blue');
  });

  it('takes a mirror with its share, in the form that the other rule has', () => {
    const from =
      '  - mirror: {host: copy, subset: v2}\n    mirrorPercentage: {value: 5}\n    route:\n    - destination: {host: a}\n';
    expect(moved(rules(`${from}  - name: b\n`), ['spec', 'http', 0, 'mirror'], ['spec', 'http', 1])).toBe(
      rules(
        '  - route:\n    - destination: {host: a}\n  - name: b\n    mirror: {host: copy, subset: v2}\n    mirrorPercentage: {value: 5}\n',
      ),
    );
    expect(
      moved(
        rules(`${from}  - mirrors:\n    - destination: {host: x}\n`),
        ['spec', 'http', 0, 'mirror'],
        ['spec', 'http', 1],
      ),
    ).toContain(
      '    - destination: {host: x}\n    - destination: {host: copy, subset: v2}\n      percentage: {value: 5}\n',
    );
  });

  it('takes a delegate, and the rule that only delegated goes', () => {
    const part =
      '---\napiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: part, namespace: shop}\nspec: {http: []}\n';
    expect(
      moved(
        rules(`  - delegate: {name: part}\n  - name: b\n${part}`),
        ['spec', 'http', 0, 'delegate'],
        ['spec', 'http', 1],
      ),
    ).toBe(rules(`  - name: b\n    delegate: {name: part}\n${part}`));
  });

  it.each([
    ['where it is already', TWO, ['spec', 'http', 0], /starts at this rule already/],
    [
      'to a rule that sends there',
      `${TWO}    - destination: {host: blue}\n`,
      ['spec', 'http', 1],
      /already sends traffic to blue/,
    ],
    [
      'to a rule that redirects',
      `${TWO}  - redirect: {uri: /x}\n`,
      ['spec', 'http', 2],
      /Remove redirect first/,
    ],
    ['to no rule', TWO, ['spec', 'http', 7], /no such rule/],
  ] as const)('is refused %s', (_, text, rule, words) => {
    expect(() => moved(rules(text), ['spec', 'http', 0, 'route', 0], rule)).toThrow(words);
  });

  it('is refused for what is not there', () => {
    expect(() => moved(rules(TWO), ['spec', 'http', 0, 'mirror'], ['spec', 'http', 1])).toThrow(
      /no such way/,
    );
  });
});
