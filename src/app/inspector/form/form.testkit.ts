import { schemaOf, type ObjectField } from '../../../istio/index.ts';
import { createMemoryDisk, createSession, type Session } from '../../../session/index.ts';
import { createFakeClock } from '../../../session/fake-clock.testkit.ts';
import { parsePath, type Path, type YamlValue } from '../../../yaml/index.ts';
import { fieldWithin } from '../model/absent.ts';
import { parseText } from '../model/parse.ts';
import { valueAt } from '../model/path.ts';
import { parseValue } from '../model/plain.ts';
import type { FormModel } from './context.ts';
import { createForm } from './createForm.ts';
import { createFollower } from './follower.ts';

/** The form of the first resource of a file, and what a person does in it. */
export interface TestForm {
  readonly session: Session;
  readonly form: FormModel;
  /** A form that knows nothing of what was done before. */
  again(): void;
  text(): string;
  value(path: string | Path): YamlValue | undefined;
  /** Types in the input of a field: read as the inputs read it, then written. Throws where it is refused. */
  type(path: string | Path, text: string): void;
  /** Throws where it is refused. */
  readonly done: (refused: string | null) => void;
}

const FILE = 'form.yaml';

export async function openForm(text: string): Promise<TestForm> {
  const clock = createFakeClock();
  let names = 0;
  const session = createSession(
    { storage: createMemoryDisk().connect(), clock },
    // Nothing here asks what is wrong.
    { unique: () => `name-${++names}`, checks: new Promise(() => {}) },
  );
  // Without the checks a session is never quite settled.
  while (!session.getState().ready) await clock.advance(1);
  session.dispatch({ type: 'open-files', files: [{ path: FILE, content: text }], mode: 'replace' });
  while (session.getState().progress) await clock.advance(1);
  const [resource] = session.getState().analysis.mesh.resources;
  if (!resource) throw new Error('no resource in the text');
  session.dispatch({ type: 'select', resource: resource.id, origin: 'form' });
  const schema = schemaOf(resource.kind) as ObjectField;
  const follower = createFollower(session, resource);
  let form = createForm(session, schema, follower.resource);
  const done = (refused: string | null) => {
    if (refused !== null) throw new Error(refused);
  };
  return {
    session,
    get form() {
      return form;
    },
    again: () => {
      form = createForm(session, schema, follower.resource);
    },
    text: () => session.getState().workspace.files.find(({ path }) => path === FILE)?.text ?? '',
    value: (path) => valueAt(form.resource().value, asPath(path)),
    type(path, typed) {
      const field = fieldWithin(schema, asPath(path));
      if (!field) throw new Error(`no field ${String(path)}`);
      const parsed = field.kind === 'any' ? parseValue(typed) : parseText(field, typed);
      if (!parsed.ok) throw new Error(parsed.message);
      // A yes, a no and a value of a list are chosen, not typed.
      done(form.set(asPath(path), field.kind === 'boolean' ? typed === 'true' : parsed.value));
    },
    done,
  };
}

export function asPath(path: string | Path): Path {
  return typeof path === 'string' ? parsePath(path) : path;
}
