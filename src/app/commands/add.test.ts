import { describe, expect, it } from 'vitest';
import * as checks from '../../checks/index.ts';
import { createMemoryStorage, createSession } from '../../session/index.ts';
import { addResource, suggestionFor } from './add.ts';

const clock = {
  now: () => 0,
  after: (_: number, callback: () => void) => (queueMicrotask(callback), () => {}),
};
const entry = (name: string, host: string) =>
  `apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: ${name}}\nspec:\n  hosts: [${host}]\n`;
const routes =
  'apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: routes}\nspec:\n  hosts: [pay.example]\n  http:\n  - route:\n    - destination: {host: pay.example}   # theirs\n';
const settings = 'assume:\n  - {kind: Service, name: stock, ports: [80]}\n';

async function opened(text: string, more: { path: string; content: string }[] = []) {
  const session = createSession({ storage: createMemoryStorage(), clock }, { checks });
  await session.settled();
  const files = [{ path: 'a.yaml', content: text }, ...more];
  session.dispatch({ type: 'open-files', files, mode: 'replace' });
  await session.settled();
  const text1 = () => session.getState().workspace.files.find(({ path }) => path === 'a.yaml')?.text ?? '';
  return { session, text: text1 };
}

describe('adding a resource', () => {
  it('connects it to what is selected, and selects it, as one undo step', async () => {
    const { session, text } = await opened(routes);
    session.dispatch({ type: 'select', resource: 'VirtualService//routes', origin: 'rail' });
    addResource(session, 'ServiceEntry');
    expect(text()).toMatch(/kind: ServiceEntry[^]*- pay\.example/);
    expect(session.getState().selection?.resource).toBe('ServiceEntry//pay-entry');
    addResource(session, 'DestinationRule');
    expect(text()).toMatch(/kind: DestinationRule[^]*host: pay\.example/);
    session.dispatch({ type: 'undo' });
    session.dispatch({ type: 'undo' });
    expect(text()).toBe(routes);
  });

  it('has the rule send to it too where its host is defined already', async () => {
    const before = `${routes}---\n${entry('pay', 'pay.example')}`;
    const { session, text } = await opened(before);
    addResource(session, 'ServiceEntry', {
      near: { resource: 'VirtualService//routes', path: ['spec', 'http', 0] },
    });
    expect(text()).toContain(
      '    - destination: {host: pay.example}   # theirs\n      weight: 50\n    - destination:\n        host: api.example.com\n      weight: 50\n',
    );
    session.dispatch({ type: 'undo' });
    expect(text()).toBe(before);
  });

  it('connects it to nothing where that is asked, and takes what a person says', async () => {
    const { session, text } = await opened(routes);
    session.dispatch({ type: 'select', resource: 'VirtualService//routes', origin: 'rail' });
    addResource(session, 'ServiceEntry', { near: null, name: 'own', namespace: 'shop' });
    expect(text()).toMatch(/name: own\n  namespace: shop\nspec:\n  hosts:\n  - api\.example\.com/);
  });

  it('never writes it into the settings file, even near what that assumes', async () => {
    const { session } = await opened(routes, [{ path: 'meshwright.config.yaml', content: settings }]);
    const near = { resource: 'Service//stock' };
    session.dispatch({ type: 'show-file', path: 'meshwright.config.yaml' });
    const { file, fresh } = suggestionFor(session, 'VirtualService', { near });
    expect(file).toBe('a.yaml');
    expect(fresh.name).toBe('stock-routing');
  });
});
