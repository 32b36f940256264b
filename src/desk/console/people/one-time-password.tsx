import { Modal } from 'antd';
import { useSay } from '../texts.ts';

interface OneTimePasswordProps {
  readonly issued: { readonly name: string; readonly password: string } | undefined;
  readonly onClose: () => void;
}

/** Shows a one-time password this once. */
export function OneTimePassword({ issued, onClose }: OneTimePasswordProps) {
  const say = useSay();
  return (
    <Modal
      title={say('one_time')}
      open={issued !== undefined}
      onOk={onClose}
      onCancel={onClose}
      cancelButtonProps={{ hidden: true }}
    >
      <p>{say('one_time_about', { name: issued?.name ?? '' })}</p>
      <p className="secret">{issued?.password}</p>
    </Modal>
  );
}
