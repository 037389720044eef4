export { type LocalKafka, type LocalKafkaOptions, startLocalKafka } from './broker.js';
export { type JarsAnswer, KAFKA_FOLDER, installKafkaJars, kafkaJars } from './jars.js';
