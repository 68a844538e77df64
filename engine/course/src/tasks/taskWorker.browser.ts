import { configureRegistration } from '@graywise/registration';
import type { TaskMessage } from '../pool/messages.js';
import { runTask } from './runTask.js';

type Message = TaskMessage | { readonly pipelinesBaseUrl: string };

self.addEventListener('message', (event: MessageEvent<Message>) => {
  const message = event.data;
  if ('pipelinesBaseUrl' in message) configureRegistration(message);
  else void runTask(message, (answer, transfer) => self.postMessage(answer, { transfer }));
});
