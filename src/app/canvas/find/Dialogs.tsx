import { NamespacesDialog } from '../view/NamespacesDialog.tsx';
import { HostDialog } from '../view/HostDialog.tsx';
import { TargetDialog } from './TargetDialog.tsx';

/** What opens over the canvas. */
export default function Dialogs() {
  return (
    <>
      <TargetDialog />
      <NamespacesDialog />
      <HostDialog />
    </>
  );
}
