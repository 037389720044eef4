export { type Gateway, type Message, MessageDelayed, MessageRefused, type NotTaken } from './gateway.js';
export { smsGateway } from './sms-gateway.js';
export { smtpGateway } from './smtp-gateway.js';
