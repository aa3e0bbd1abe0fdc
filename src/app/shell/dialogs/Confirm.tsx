import type { ReactNode } from 'react';
import { Button, Modal } from '../../controls/index.ts';

interface ConfirmProps {
  title: string;
  description: ReactNode;
  submit: string;
  danger?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children?: ReactNode;
}

/** Asks before something is done, with what will follow from it. */
export function Confirm({
  title,
  description,
  submit,
  danger = false,
  onSubmit,
  onClose,
  children,
}: ConfirmProps) {
  return (
    <Modal
      title={title}
      description={description}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look={danger ? 'danger' : 'primary'}
            onClick={() => {
              onSubmit();
              onClose();
            }}
          >
            {submit}
          </Button>
        </>
      }
    >
      {children}
    </Modal>
  );
}
