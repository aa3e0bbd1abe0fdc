import { describe, expect, it } from 'vitest';
import { placeForNew } from './placement.ts';

/** `path: Kind/name, …`, all of the namespace shop. */
const files = (...lines: readonly string[]) =>
  lines.map((line) => {
    const [path = '', held = ''] = line.split(': ');
    return {
      path,
      resources: held
        .split(', ')
        .filter(Boolean)
        .map((one) => {
          const [kind = '', name = ''] = one.split('/');
          return { kind, name, namespace: 'shop' };
        }),
    };
  });
const [VS, DR] = ['VirtualService', 'DestinationRule'];
const place = (lines: readonly string[], kind = DR, beside?: string) =>
  placeForNew(files(...lines), { kind, name: 'ship', namespace: 'shop' }, beside);

describe('placeForNew', () => {
  it.each<[string, readonly string[], string | null]>([
    [
      'name and kind',
      [`m/cart-virtualservice.yaml: ${VS}/cart`, `m/pay-destinationrule.yaml: ${DR}/pay`],
      'm/ship-destinationrule.yaml',
    ],
    [
      'name and kind, dashed',
      [`cart-virtual-service.yml: ${VS}/cart`, `pay-virtual-service.yml: ${VS}/pay`],
      'ship-destination-rule.yml',
    ],
    ['kind and name', [`vs-cart.yaml: ${VS}/cart`, `dr-cart.yaml: ${DR}/cart`], 'dr-ship.yaml'],
    ['a dot between', [`cart.vs.yaml: ${VS}/cart`, `pay.vs.yaml: ${VS}/pay`], 'ship.dr.yaml'],
    ['the name alone', [`cart.yaml: ${VS}/cart`, `pay.yaml: ${VS}/pay`], 'ship.yaml'],
    [
      'folders by kind',
      [`m/virtualservices/cart.yaml: ${VS}/cart`, `m/virtualservices/pay.yaml: ${VS}/pay`],
      'm/destinationrules/ship.yaml',
    ],
    [
      'a file of the kind',
      [`virtual-services.yaml: ${VS}/cart, ${VS}/pay`, `destination-rules.yaml: ${DR}/cart, ${DR}/pay`],
      'destination-rules.yaml',
    ],
    [
      'the kind alone, where the folder says of what',
      [
        `cart/virtualservice.yaml: ${VS}/cart`,
        'cart/service.yaml: Service/cart',
        'pay/pay.yaml: Service/pay',
      ],
      'cart/destinationrule.yaml',
    ],
    [
      'the kind alone, dashed',
      [`cart/virtual-service.yaml: ${VS}/cart`, 'cart/service.yaml: Service/cart'],
      'cart/destination-rule.yaml',
    ],
    ['one large file', [`mesh.yaml: ${VS}/cart, ${DR}/cart, ${VS}/pay`], null],
    ['a file for an app', [`cart.yaml: ${VS}/cart, ${DR}/cart`, `pay.yaml: ${VS}/pay, ${DR}/pay`], null],
    ['one example is no convention', [`cart.yaml: ${VS}/cart`], null],
    ['most do it so', [`a.yaml: ${VS}/a`, `b.yaml: ${VS}/b`, `rest.yaml: ${VS}/c, ${VS}/d`], 'ship.yaml'],
    [
      'few do it so',
      [`a.yaml: ${VS}/a`, `b.yaml: ${VS}/b`, `x.yaml: ${VS}/c, ${VS}/d`, `y.yaml: ${VS}/e, ${VS}/f`],
      null,
    ],
    [
      'what Kustomize and Meshwright read does not count',
      ['kustomization.yaml: Kustomization/', `a.yaml: ${VS}/a`, `b.yaml: ${VS}/b`],
      'ship.yaml',
    ],
    ['nothing yet', [], null],
  ])('%s', (_, lines, path) => {
    expect(place(lines)).toBe(path);
  });

  it('is beside what it is put near', () => {
    const lines = ['a', 'b'].flatMap((folder) =>
      ['cart', 'pay'].map((name) => `${folder}/${name}.yaml: ${VS}/${name}`),
    );
    expect(place(lines, DR, 'b/pay.yaml')).toBe('b/ship.yaml');
  });
});
