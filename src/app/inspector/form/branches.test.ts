import { expect, it } from 'vitest';
import { parsePath } from '../../../yaml/index.ts';
import { openForm } from './form.testkit.ts';

const GROUP = `apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: {name: pg}
spec:
  template: {}
  probe:
    tcpSocket: {port: 5432}
`;

it('shows the branch of a field that is asked for, whether it is written or not', async () => {
  const opened = await openForm(GROUP);
  const { form } = opened;
  const shown = () => [...form.branches.get().values()];
  form.open(parsePath('spec.probe.httpGet.path'));
  expect(shown()).toEqual(['httpGet']);
  const looked = form.branches.get();
  form.open(parsePath('spec.probe.httpGet.port'));
  expect(form.branches.get()).toBe(looked);
  // Another field of the branch that is written: back to what the YAML says.
  form.open(parsePath('spec.probe.tcpSocket.host'));
  expect(shown()).toEqual([]);
  expect(opened.text()).toBe(GROUP);
});
