import { type ObjectField, type Resource, schemaOf } from '../../../istio/index.ts';
import type { Session } from '../../../session/index.ts';
import type { FormModel } from './context.ts';
import { createForm } from './createForm.ts';
import { createFollower, type Follower } from './follower.ts';

interface KeptForm {
  readonly form: FormModel;
  readonly follow: Follower['follow'];
}

/** More forms than anyone goes back and forth between. */
const MOST_FORMS = 30;
const kept = new WeakMap<Session, Map<string, KeptForm>>();

/**
 * The model for the resource at a place. It outlives the form on the screen, so that a half-typed value, a chosen branch
 * and an opened field are still there when the person comes back.
 */
export function formFor(session: Session, place: string, resource: Resource): FormModel {
  const forms = kept.get(session) ?? new Map<string, KeptForm>();
  kept.set(session, forms);
  const known = forms.get(place) ?? newForm(session, resource);
  known.follow(resource);
  // The one used last goes last; the one unused longest is forgotten first.
  forms.delete(place);
  forms.set(place, known);
  const [oldest] = forms.keys();
  if (forms.size > MOST_FORMS && oldest !== undefined) forms.delete(oldest);
  return known.form;
}

function newForm(session: Session, resource: Resource): KeptForm {
  const follower = createFollower(session, resource);
  const form = createForm(session, schemaOf(resource.kind) as ObjectField, follower.resource);
  return { form, follow: follower.follow };
}
