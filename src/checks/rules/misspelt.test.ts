import { describe, expect, it } from 'vitest';
import { brief, check, resource } from '../check.testkit.ts';

const route = 'route: [{ destination: { host: web } }]';

describe('what is missing because its name is wrong', () => {
  it.each<[string, string, string, string]>([
    ['rules', 'VirtualService', `hosts: [a.example]\nhtp: [{ ${route} }]`, 'spec.htp'],
    [
      'a route',
      'VirtualService',
      `hosts: [a.example]\nhttp: [{ ${route.replace('route', 'routes')} }]`,
      'spec.http[0].routes',
    ],
    [
      'a redirect',
      'VirtualService',
      'hosts: [a.example]\nhttp: [{ redirects: { uri: /a } }]',
      'spec.http[0].redirects',
    ],
    ['servers', 'Gateway', 'selector: { istio: ingressgateway }\nserver: []', 'spec.server'],
    ['egress', 'Sidecar', 'egres: [{ hosts: ["./*"] }]', 'spec.egres'],
    ['a required host', 'DestinationRule', 'hots: web.example', 'spec.hots'],
  ])('%s: only the name is told of', (_, kind, spec, path) => {
    const grave = check(resource(kind, spec)).filter(({ severity }) => severity === 'error');
    expect(brief(grave)).toEqual([`MW0201 ${path}`]);
  });

  it.each<[string, string, string, string]>([
    ['rules', 'VirtualService', 'hosts: [a.example]\nexport: ["."]', 'MW0401 spec'],
    ['a name that is quite another', 'DestinationRule', 'subset: []', 'MW0205 spec'],
    [
      'one of two',
      'VirtualService',
      `hosts: [a.example]\nhttp: [{ ${route.replace('route', 'routes')} }, { timeout: 3s }]`,
      'MW0402 spec.http[1]',
    ],
  ])('%s: that they are missing is told too', (_, kind, spec, problem) => {
    expect(brief(check(resource(kind, spec)))).toContain(problem);
  });

  it('says no more of a resource whose spec is misspelt', () => {
    const text = resource('VirtualService', 'hosts: [a.example]').replace('spec:', 'specs:');
    const grave = check(text).filter(({ severity }) => severity === 'error');
    expect(brief(grave)).toEqual(['MW0201 specs']);
  });
});
