/** What is counted of a channel's traffic. No names, no texts: counts only. */
export type DeliveryEvent =
  | 'taken'
  | 'refused'
  | 'spooled'
  | 'handled'
  | 'failed'
  | 'delivered'
  | 'delayed'
  | 'undeliverable';

export type CountDelivery = (event: DeliveryEvent, many?: number) => void;

/** For callers that do not count. */
export const countNothing: CountDelivery = () => {};
