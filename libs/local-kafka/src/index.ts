export { type LocalKafka, startLocalKafka } from './broker.js';
export { KAFKA_FOLDER, installKafkaJars, kafkaJars } from './jars.js';
