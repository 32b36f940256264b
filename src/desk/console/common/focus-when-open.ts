import type { FormInstance } from 'antd';

/**
 * For a dialog's `afterOpenChange`: what is asked has the focus once the dialog is open. By itself a dialog gives it to
 * the cross that closes it, whatever field says `autoFocus`.
 */
export function focusWhenOpen<Values>(form: FormInstance<Values>, field: string | undefined): (open: boolean) => void {
  return (open) => {
    if (open && field !== undefined) form.focusField(field);
  };
}
