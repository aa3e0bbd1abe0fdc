import { useId, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Modal, type ModalProps } from './Modal.tsx';
import styles from './FormModal.module.css';

interface FormModalProps extends Omit<ModalProps, 'actions' | 'children'> {
  /** The words of the button that does it. */
  submit: string;
  danger?: boolean;
  /** False while something in the form cannot be taken. */
  ready: boolean;
  onSubmit: () => void;
  /** Stands apart from the buttons at the end. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A dialog that asks for something: Enter or its button does it, Cancel closes it. It stays open until `onClose`. */
export function FormModal({ submit, danger, ready, onSubmit, aside, children, ...modal }: FormModalProps) {
  const form = useId();
  return (
    <Modal
      {...modal}
      actions={
        <>
          {aside && <span className={styles.aside}>{aside}</span>}
          <Button onClick={modal.onClose}>Cancel</Button>
          <Button look={danger ? 'danger' : 'primary'} type="submit" form={form} disabled={!ready}>
            {submit}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) onSubmit();
        }}
      >
        {children}
      </form>
    </Modal>
  );
}
