import { signStyles } from './sign-styles.ts';
import { allowStylesOnly } from './trusted-types.ts';
import { ConfigProvider, App as AntApp, Button, Table, Form, Input, DatePicker, Select, Modal, message } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { createRoot } from 'react-dom/client';
import { useState } from 'react';

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
function Try() {
  const [open, setOpen] = useState(false);
  const { message } = AntApp.useApp();
  return <div style={{ padding: 24 }}>
    <Form layout="vertical"><Form.Item label="姓名"><Input /></Form.Item>
    <Form.Item label="日期"><DatePicker /></Form.Item>
    <Form.Item label="处室"><Select options={[{ value: 'a', label: '办公室' }]} /></Form.Item></Form>
    <Button id="open" type="primary" onClick={() => { setOpen(true); message.success('好'); }}>打开</Button>
    <Table scroll={{ y: 100 }} columns={[{ title: 'x', dataIndex: 'x' }]} dataSource={[{ key: 1, x: 1 }]} />
    <Modal open={open} onCancel={() => setOpen(false)} title="问"><Input.TextArea autoSize /></Modal></div>;
}
allowStylesOnly();
signStyles(nonce);
createRoot(document.getElementById('console')!).render(<ConfigProvider locale={zhCN} csp={{ nonce }} theme={{ token: { colorPrimary: '#0f4c52', fontSize: 16 } }}><AntApp><Try /></AntApp></ConfigProvider>);

