import { expect, it } from 'vitest';
import { open } from '../../session/session.testkit.ts';
import { lookOnly } from './lookOnly.ts';

it('lets one select and look, and changes no file', async () => {
  const { session } = await open();
  const shown = lookOnly(session);
  const before = session.getState().workspace.files;
  const [resource] = session.getState().analysis.mesh.resources;
  if (!resource) throw new Error('the sample has resources');
  expect(shown.dispatch({ type: 'select', resource: resource.id, origin: 'canvas' })).toBe(true);
  expect(shown.getState().selection?.resource).toBe(resource.id);
  const path = before[0]?.path ?? '';
  expect(shown.dispatch({ type: 'delete-file', path })).toBe(false);
  expect(
    shown.dispatch({ type: 'edit-text', path, edits: [{ from: 0, to: 1, insert: '' }], origin: 'text' }),
  ).toBe(false);
  expect(session.getState().workspace.files).toBe(before);
});
