import { describe, expect, it } from 'vitest';
import * as checks from '../../checks/index.ts';
import { createMemoryStorage, createSession } from '../../session/index.ts';
import { addResource } from './add.ts';

const clock = {
  now: () => 0,
  after: (_: number, callback: () => void) => (queueMicrotask(callback), () => {}),
};
const entry = (name: string, host: string) =>
  `apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: ${name}}\nspec:\n  hosts: [${host}]\n`;
const routes =
  'apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: routes}\nspec:\n  hosts: [pay.example]\n';

async function opened(text: string) {
  const session = createSession({ storage: createMemoryStorage(), clock }, { checks });
  await session.settled();
  session.dispatch({ type: 'open-files', files: [{ path: 'a.yaml', content: text }], mode: 'replace' });
  await session.settled();
  return session;
}

describe('a new ServiceEntry', () => {
  it('defines the host of what it is put near, where nothing does', async () => {
    const session = await opened(routes);
    addResource(session, 'ServiceEntry', { near: 'VirtualService//routes' });
    expect(session.getState().workspace.files[0]?.text).toMatch(/kind: ServiceEntry[^]*- pay\.example/);
  });

  it('never defines a host a second time', async () => {
    const session = await opened(`${routes}---\n${entry('pay', 'pay.example')}`);
    addResource(session, 'ServiceEntry', { near: 'VirtualService//routes' });
    addResource(session, 'ServiceEntry', { near: 'VirtualService//routes' });
    const hosts = session
      .getState()
      .analysis.mesh.resources.filter(({ kind }) => kind === 'ServiceEntry')
      .flatMap(({ value }) => (value['spec'] as { hosts: string[] }).hosts);
    expect(hosts).toHaveLength(3);
    expect(new Set(hosts).size).toBe(3);
  });
});
