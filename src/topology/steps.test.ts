import { expect, it } from 'vitest';
import { meshOf } from '../istio/mesh.testkit.ts';
import { document, documents } from './topology.testkit.ts';
import { topologyInSteps, topologyOf } from './topology.ts';

const services = Array.from({ length: 200 }, (_, index) =>
  document('Service', `s${index}`, 'ports: [{port: 80}]'),
);
const routes = services.map((_, index) =>
  document(
    'VirtualService',
    `r${index}`,
    `hosts: [s${index}], http: [{route: [{destination: {host: s${index}}}]}]`,
  ),
);

it('lets others work between steps, and is the same topology in the end', () => {
  const mesh = meshOf(documents(...services, ...routes));
  const work = topologyInSteps(mesh);
  let steps = 0;
  let step = work.next();
  for (; !step.done; step = work.next()) steps++;
  expect(steps).toBeGreaterThanOrEqual(400 / 20);
  expect(step.value).toEqual(topologyOf(meshOf(documents(...services, ...routes))));
});
