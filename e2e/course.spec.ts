import { expect, test as base } from './app.ts';
import { Learner } from './learner.ts';

/** The lessons of the course, each worked through as its text asks for it: on the canvas, in the form and in the YAML. */
const test = base.extend<{ learner: Learner }>({
  learner: async ({ app, page }, use) => use(new Learner(app, page)),
});

// As large as a screen in a class.
test.use({ viewport: { width: 1920, height: 1080 } });

/** Where a row has its text: in its middle is the handle from which lines are drawn. */
const TEXT = { x: 12, y: 6 };

test('policy for the way there', async ({ app, learner }) => {
  await learner.open('policy-for-the-way');
  await learner.read('Two doors, one host', 'http://rates.parcel.example:443/v1/quote');
  const policy = /^DestinationRule/;
  await learner.task('Let the sidecar speak TLS', async () => {
    await learner.drop('Destination Rule', /^ServiceEntry parcel-rates/);
    await app.form.getByRole('button', { name: 'Add TLS' }).click();
    await app.form
      .getByRole('group', { name: 'Mode' })
      .getByRole('button', { name: 'Simple', exact: true })
      .click();
  });
  await learner.task('The calls that broke', async () => {
    await learner.send('finds no HTTP in it', /^Send https/);
    await learner.edit('carrier.yaml', 'mode: SIMPLE', '    mode: SIMPLE');
    await learner.edit(
      'carrier.yaml',
      'tls:',
      ['portLevelSettings:', '  - port:', '      number: 80', '    tls:'].join('\n    '),
    );
  });
  await learner.task('A limit that nobody keeps', () =>
    learner.add(
      'policy.yaml',
      'mode: SIMPLE',
      ['', 'connectionPool:', '  tcp:', '    maxConnections: 20'].join('\n        '),
    ),
  );
  await learner.task('A breaker that never opens', async () => {
    await app.node(policy).click();
    await app.form.getByRole('textbox', { name: 'Max ejected' }).fill('100');
  });
  await learner.task('What SIMPLE is not', async () => {
    await learner.edit(
      'policy.yaml',
      'mode: SIMPLE',
      [
        'mode: MUTUAL',
        'clientCertificate: /etc/carrier/tls.crt',
        'privateKey: /etc/carrier/tls.key',
        'caCertificates: /etc/carrier/ca.crt',
      ].join('\n          '),
    );
  });
  await learner.learned(5);
});

test('routing', async ({ app, learner }) => {
  await learner.open('routing');
  await learner.read('A rule that is never asked', 'as the TLS that the app speaks');
  const [routes, carrier] = [/^VirtualService parcel-rates/, /^ServiceEntry parcel-rates/];
  await learner.task('A door for plain requests', async () => {
    await learner.send('503');
    await app.node(carrier).click();
    await app.form.getByRole('button', { name: 'Add port' }).click();
    await app.form.getByRole('textbox', { name: 'Number' }).nth(1).fill('80');
    await app.form.getByRole('textbox', { name: 'Name' }).nth(1).fill('http');
    await learner.choose(app.form.getByRole('combobox', { name: 'Protocol' }).last(), 'HTTP');
    await app.form.getByRole('textbox', { name: 'Target port' }).last().fill('443');
    await app.row(routes, '/v1/quote').click({ position: TEXT });
    await learner.choose(
      app.form.getByRole('group', { name: 'Route' }).getByRole('combobox', { name: 'Port' }),
      '80',
    );
  });
  await learner.task('Seal it on the way out', async () => {
    await learner.drop('Destination Rule', carrier);
    await learner.edit(
      'carrier.yaml',
      'host: rates.parcel.example',
      [
        'host: rates.parcel.example',
        'trafficPolicy:',
        '  portLevelSettings:',
        '    - port:',
        '        number: 80',
        '      tls:',
        '        mode: SIMPLE',
      ].join('\n  '),
    );
  });
  await learner.task('The calls that nobody named', async () => {
    await learner.send('404');
    await learner.add(
      'routes.yaml',
      'number: 80',
      [
        '',
        '- route:',
        '    - destination:',
        '        host: rates.parcel.example',
        '        port:',
        '          number: 80',
      ].join('\n    '),
    );
  });
  await learner.task('The first that fits', () => learner.reorder(routes, 2, 1));
  await learner.task('Letter by letter', async () => {
    await learner.send('/quotes-archive');
    await learner.edit('routes.yaml', 'uri: /quote', 'uri: /quote/');
    await learner.edit(
      'routes.yaml',
      'prefix: /v1/quote',
      [
        'exact: /v1/quote',
        '  rewrite:',
        '    uri: /quote',
        '  route:',
        '    - destination:',
        '        host: rates.parcel.example',
        '        port:',
        '          number: 80',
        '- match:',
        '    - uri:',
        '        prefix: /v1/quote/',
      ].join('\n    '),
    );
  });
  await learner.learned(5);
});

test('splitting', async ({ app, page, learner }) => {
  await learner.open('splitting');
  const [routes, policy] = [/^VirtualService cart/, /^DestinationRule cart/];
  await learner.read('Released, and nobody noticed', 'Forwarded to cart.shop');
  await learner.task('Names for versions', async () => {
    await learner.drop('Destination Rule', /^Service cart/);
    await app.form.getByRole('button', { name: 'Add Subsets' }).click();
    for (const [index, version] of ['v1', 'v2'].entries()) {
      if (index > 0) await app.form.getByRole('button', { name: 'Add subset' }).click();
      await app.form.getByRole('textbox', { name: 'Name' }).nth(index).fill(version);
      await app.form.getByRole('button', { name: 'Add label' }).nth(index).click();
      await app.write('version');
      await page.keyboard.press('Tab');
      await app.form.getByRole('combobox', { name: 'value of version' }).nth(index).fill(version);
      await page.keyboard.press('Enter');
    }
    await app.fit();
    await app.goTo('every request');
    await page.keyboard.press('w');
    const grip = app.canvas.locator('[data-grip=target]');
    await expect(grip).toHaveCount(1);
    await app.drag(await app.point(grip), await app.point(app.row(policy, 'v1')));
  });
  await learner.task('One in ten', async () => {
    await app.drag(await app.handle(routes, 'http.0'), await app.point(app.row(policy, 'v2')));
    const share = app.canvas.getByRole('slider', { name: 'Weight of the way to cart, subset v2' });
    await share.focus();
    for (let key = 0; key < 4; key++) await page.keyboard.press('PageDown');
  });
  await learner.task('Half of it', () =>
    learner.edit('routes.yaml', 'subset: v1', 'subset: v1\n          weight: 50'),
  );
  await learner.task('For testers only', () => learner.reorder(routes, 1, 0));
  await learner.heading('The header that stays behind').waitFor();
  await learner.press('Finish');
  await learner.learned(4);
});

test('mirroring', async ({ app, page, learner }) => {
  await learner.open('mirroring');
  const [routes, policy] = [/^VirtualService cart(?!-)/, /^DestinationRule cart/];
  await learner.task('A copy, and no answer', async () => {
    await app.row(routes, 'every request').click({ position: TEXT });
    await page.keyboard.press('m');
    await page.getByRole('combobox', { name: /^Mirror .* to/ }).fill('canary');
    await page.keyboard.press('Enter');
    await expect(app.yaml).toContainText('mirror:');
    await app.form.getByRole('button', { name: 'Add field…' }).click();
    await page.keyboard.type('mirrorPercentage');
    await page.keyboard.press('Enter');
    await app.write('10');
  });
  await learner.task('The mirror in a file of its own', async () => {
    await learner.edit(
      'routes.yaml',
      'subset: stable',
      [
        'subset: stable',
        'mirror:',
        '  host: cart',
        '  subset: canary',
        'mirrorPercentage:',
        '  value: 10',
      ].join('\n      '),
    );
    await app.node(/^VirtualService cart-mirror/).click();
    await page.keyboard.press('Delete');
    await expect(app.node(/^VirtualService cart-mirror/)).toHaveCount(0);
  });
  await learner.task('Copies that go nowhere', async () => {
    await app.row(policy, 'next').click({ position: TEXT });
    await page.keyboard.press('F2');
    await expect(page.getByRole('textbox', { name: 'Name of subset next' })).toBeFocused();
    await page.keyboard.type('canary');
    await page.keyboard.press('Enter');
  });
  await learner.task('Bought twice', async () => {
    await learner.edit(
      'routes.yaml',
      '    - route:',
      ['    - match:', '    - method:', '        exact: GET', '  route:'].join('\n    '),
    );
    await learner.add(
      'routes.yaml',
      'value: 10',
      ['', '- route:', '    - destination:', '        host: cart', '        subset: stable'].join('\n    '),
    );
  });
  await learner.task('A canary outside', async () => {
    await learner.send('503');
    await app.node(/^ServiceEntry parcel-rates/).click();
    const { form } = app;
    await form.getByRole('button', { name: 'Add Endpoints' }).click();
    for (const [index, track] of ['stable', 'canary'].entries()) {
      if (index > 0) await form.getByRole('button', { name: 'Add endpoint' }).click();
      const host = track === 'stable' ? 'rates.parcel.example' : 'canary.parcel.example';
      await form.getByRole('textbox', { name: 'Address' }).nth(index).fill(host);
      await form.getByRole('button', { name: 'Add label' }).nth(index).click();
      await app.write('track');
      await page.keyboard.press('Tab');
      await form.getByLabel('value of track').nth(index).fill(track);
      await page.keyboard.press('Enter');
    }
  });
  await learner.learned(5);
});

test('timeouts and retries', async ({ app, page, learner }) => {
  await learner.open('timeouts-and-retries');
  const routes = /^VirtualService cart/;
  await learner.read('Nobody said anything', 'Forwarded to cart.shop');
  await learner.task('Three seconds, then no more', async () => {
    await app.row(routes, 'every request').click({ position: TEXT });
    await app.form.getByRole('textbox', { name: 'Timeout', exact: true }).fill('3s');
  });
  await learner.task('A limit, and then nothing', () =>
    learner.edit('routes.yaml', 'perTryTimeout: 2s', 'perTryTimeout: 2s\n        retryOn: gateway-error'),
  );
  await learner.task('The retry that never came', async () => {
    await app.row(routes, 'every request').click({ position: TEXT });
    await app.form.getByRole('textbox', { name: 'Timeout per try' }).fill('900ms');
  });
  await learner.task('Ordered twice', async () => {
    // The copy is made the rule for orders, and then has its place above the other.
    await app.form.getByRole('button', { name: 'Duplicate HTTP rule 1' }).click();
    const rule = app.form.getByRole('group', { name: 'HTTP rules' });
    await expect(rule.getByRole('button', { name: 'Remove HTTP rule 2' })).toBeVisible();
    await app.form.getByRole('button', { name: 'Add Match' }).last().click();
    await app.form.getByRole('textbox', { name: 'Method' }).last().fill('POST');
    await app.form.getByRole('button', { name: 'Remove Retry on' }).last().press('Enter');
    await app.form.getByRole('button', { name: 'Remove Timeout per try' }).last().press('Enter');
    await app.form.getByRole('textbox', { name: 'Attempts' }).last().fill('0');
    await page.keyboard.press('Tab');
    await expect(app.yaml).toContainText('attempts: 0');
    await learner.reorder(routes, 1, 0);
  });
  await expect(learner.heading('Three times three')).toBeVisible();
  await learner.press('Finish');
  await learner.learned(4);
});

test('fault injection', async ({ app, learner }) => {
  await learner.open('fault-injection');
  const routes = /^VirtualService cart/;
  await learner.task('The drill that hurt nobody', async () => {
    await app.row(routes, 'every request').click({ position: TEXT });
    await app.form.getByRole('textbox', { name: 'Percentage' }).fill('10');
  });
  await learner.read('Who says 503?', 'Forwarded to cart.shop');
  await learner.task('Not for customers', async () => {
    await learner.edit(
      'routes.yaml',
      '- fault:',
      ['- match:', '    - headers:', '        x-drill:', '          exact: cart', '  fault:'].join('\n    '),
    );
    await learner.edit('routes.yaml', 'value: 10', 'value: 100');
    await learner.add(
      'routes.yaml',
      'host: cart',
      ['', '- route:', '    - destination:', '        host: cart'].join('\n    '),
    );
  });
  await learner.task('The timeout that did not come', async () => {
    await app.row(routes, 'every request').click({ position: TEXT });
    await app.form.getByRole('button', { name: 'Remove Delay' }).first().press('Enter');
    await learner.drop('Virtual Service', /^Service stock/);
    await app.form.getByRole('button', { name: 'Add Delay' }).click();
    await app.form.getByRole('textbox', { name: 'Percentage' }).fill('100');
    await app.form.getByRole('textbox', { name: 'Delay', exact: true }).fill('5s');
  });
  await learner.task('One caller, not all', async () => {
    await learner.send('Forwarded to stock.shop');
    await app.form.getByRole('button', { name: 'Add Match' }).click();
    await app.form.getByRole('group', { name: 'Source labels' }).getByRole('button', { name: 'Add' }).click();
    await app.write('app');
    await app.page.keyboard.press('Tab');
    await learner.choose(app.form.getByRole('combobox', { name: 'value of app' }), 'cart');
  });
  await learner.learned(4);
});

test('failover', async ({ app, learner }) => {
  await learner.open('failover');
  const policy = /^DestinationRule rates/;
  await learner.task('A region and a zone', () => learner.edit('policy.yaml', 'north/one', 'north'));
  await learner.task('Nobody notices', async () => {
    await app.node(policy).click();
    await app.form.getByRole('button', { name: 'Add Outlier detection' }).click();
    await app.form.getByRole('textbox', { name: 'Errors in a row' }).fill('3');
  });
  await learner.task('Noticed, and kept', () =>
    app.form.getByRole('textbox', { name: 'Max ejected' }).fill('100'),
  );
  await learner.task('Three who saw it fail', async () => {
    await learner.drop('Virtual Service', /^ServiceEntry rates/);
    await expect(app.node(/^VirtualService rates/)).toBeVisible();
    await learner.edit(
      'rates.yaml',
      '- route:',
      [
        '- retries:',
        '    attempts: 2',
        '    retryOn: 5xx',
        '    retryRemoteLocalities: true',
        '  route:',
      ].join('\n    '),
    );
  });
  await expect(learner.heading('What files cannot tell')).toBeVisible();
  await learner.press('Finish');
  await learner.learned(4);
});

test('gateways', async ({ app, learner }) => {
  await learner.open('gateways');
  await learner.task('An open door, and nobody behind it', async () => {
    await learner.send('404');
    await app.drag(
      await app.handle(/^Gateway front/),
      await app.point(app.node(/^VirtualService shop-front/), [0.5, 0.3]),
    );
    await expect(app.line(/^front lets in shop-front/)).toBeAttached();
  });
  await learner.task('The gateway that sends to itself', async () => {
    for (const [rule, gateway] of [
      ['to-the-gateway', 'mesh'],
      ['outside', 'way-out'],
    ] as const)
      await learner.edit(
        'routes.yaml',
        `- name: ${rule}`,
        [`- name: ${rule}`, '  match:', '    - gateways:', `        - ${gateway}`].join('\n    '),
      );
  });
  await learner.task('Plain text at the last hop', async () => {
    await learner.drop('Destination Rule', /^ServiceEntry parcel-rates/);
    await app.form.getByRole('button', { name: 'Add TLS' }).click();
    await app.form
      .getByRole('group', { name: 'Mode' })
      .getByRole('button', { name: 'Simple', exact: true })
      .click();
  });
  await expect(learner.heading('A way, not a wall')).toBeVisible();
  await learner.press('Finish');
  await learner.learned(3);
});

test('the pitfalls clinic', async ({ app, learner }) => {
  await learner.open('pitfalls-clinic');
  const [routes, policy] = [/^VirtualService cart/, /^DestinationRule/];
  await learner.task('The detour that was none', async () => {
    await learner.send('the address that the app has dialled, of rates.parcel.example');
    await app.node(/^ServiceEntry parcel-backup/).click();
    await app.form.getByRole('combobox', { name: 'Resolution' }).click();
    await app.page.getByRole('option', { name: /^DNS/ }).first().click();
  });
  await learner.task('Wrapped twice', async () => {
    await learner.send('the call breaks');
    await learner.edit('policy.yaml', 'mode: SIMPLE', 'mode: DISABLE');
  });
  await learner.task('A name that nobody knows', () =>
    learner.fix(routes, 'Define v2 in DestinationRule cart'),
  );
  await learner.task('One dash', () => learner.edit('routes.yaml', '- headers:', '  headers:'));
  await learner.task('In the shadow', () => learner.reorder(routes, 1, 0));
  await learner.task('Seen at home only', async () => {
    await learner.send('503', /office/);
    await app.node(policy).click();
    await app.form.getByRole('button', { name: 'Remove export to' }).click();
  });
  await learner.learned(6);
});
