<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name></name>
    <message>
        <source>There are no examples to show.</source>
        <translation>No hay ejemplos que mostrar.</translation>
    </message>
    <message>
        <source>The activations are not finite: the training has diverged.</source>
        <translation>Las activaciones no son finitas: el entrenamiento ha divergido.</translation>
    </message>
    <message>
        <source>{count} examples without finite activations are left at the origin.</source>
        <translation>{count} ejemplos sin activaciones finitas quedan en el origen.</translation>
    </message>
    <message>
        <source>All examples have the same activations, so they lie on one point.</source>
        <translation>Todos los ejemplos tienen las mismas activaciones y caen en un solo punto.</translation>
    </message>
    <message>
        <source>Not trained yet.</source>
        <translation>Aún sin entrenar.</translation>
    </message>
    <message>
        <source>The loss is no longer a number: the learning rate is too high. Lower it.</source>
        <translation>La pérdida ya no es un número: la tasa de aprendizaje es demasiado alta. Conviene bajarla.</translation>
    </message>
    <message>
        <source>Too early to tell: a few more epochs will show where this goes.</source>
        <translation>Es pronto para saberlo: unas épocas más mostrarán hacia dónde va.</translation>
    </message>
    <message>
        <source>The training loss is rising: the learning rate is too high. Try a tenth of it.</source>
        <translation>La pérdida de entrenamiento sube: la tasa de aprendizaje es demasiado alta. Probar con la décima parte.</translation>
    </message>
    <message>
        <source>The training loss jumps up and down: the learning rate is rather high. Lower it, or use larger batches.</source>
        <translation>La pérdida de entrenamiento oscila: la tasa de aprendizaje es algo alta. Conviene bajarla o usar lotes mayores.</translation>
    </message>
    <message>
        <source>Overfitting since epoch {epoch}: validation gets worse while training improves. Dropout, L2 or stopping earlier may help.</source>
        <translation>Sobreajuste desde la época {epoch}: la validación empeora mientras el entrenamiento mejora. Dropout, L2 o parar antes pueden ayudar.</translation>
    </message>
    <message>
        <source>Neither curve gets far: underfitting. More units, another layer or another learning rate may help.</source>
        <translation>Ninguna curva avanza mucho: subajuste. Más unidades, otra capa u otra tasa de aprendizaje pueden ayudar.</translation>
    </message>
    <message>
        <source>Validation lags behind training: some overfitting. Dropout, L2 or more data may help.</source>
        <translation>La validación va por detrás del entrenamiento: algo de sobreajuste. Dropout, L2 o más datos pueden ayudar.</translation>
    </message>
    <message>
        <source>Training is still improving: more epochs may help.</source>
        <translation>El entrenamiento aún mejora: más épocas pueden ayudar.</translation>
    </message>
    <message>
        <source>Training has levelled off.</source>
        <translation>El entrenamiento se ha estabilizado.</translation>
    </message>
    <message>
        <source>Validation follows training closely: no sign of overfitting. Both still improve, so more epochs may help.</source>
        <translation>La validación sigue de cerca al entrenamiento: sin señales de sobreajuste. Ambos aún mejoran: más épocas pueden ayudar.</translation>
    </message>
    <message>
        <source>Validation follows training closely: no sign of overfitting. Both have levelled off.</source>
        <translation>La validación sigue de cerca al entrenamiento: sin señales de sobreajuste. Ambos se han estabilizado.</translation>
    </message>
    <message>
        <source>{problem}</source>
        <translation>{problem}</translation>
    </message>
    <message>
        <source>The model takes inputs of shape {wanted}; the data has {given}.</source>
        <translation>El modelo admite entradas de forma {wanted}; los datos tienen {given}.</translation>
    </message>
    <message>
        <source>Choose data of the model&apos;s own shape.</source>
        <translation>Elegir datos con la forma del modelo.</translation>
    </message>
    <message>
        <source>There is no model at {path}.</source>
        <translation>No hay ningún modelo en {path}.</translation>
    </message>
    <message>
        <source>Give a run folder, a project, a .keras or a .h5 file.</source>
        <translation>Indicar una carpeta de entrenamiento, un proyecto o un archivo .keras o .h5.</translation>
    </message>
    <message>
        <source>The project {path} has not been trained.</source>
        <translation>El proyecto {path} no está entrenado.</translation>
    </message>
    <message>
        <source>Train it first: mlp-studio train {path} --out DIR.</source>
        <translation>Entrenarlo antes: mlp-studio train {path} --out DIR.</translation>
    </message>
    <message>
        <source>{path} is no model that MLP Studio knows.</source>
        <translation>{path} no es un modelo que MLP Studio conozca.</translation>
    </message>
    <message>
        <source>The model takes {given} and has {outputs} outputs; reading digits needs 28 × 28 and 10.</source>
        <translation>El modelo admite {given} y tiene {outputs} salidas; para leer dígitos hacen falta 28 × 28 y 10.</translation>
    </message>
    <message>
        <source>Choose a model that was trained on digits.</source>
        <translation>Elegir un modelo entrenado con dígitos.</translation>
    </message>
    <message>
        <source>There is no data “{name}”.</source>
        <translation>No hay datos «{name}».</translation>
    </message>
    <message>
        <source>Choose mnist, a template ({names}) or an .npz file.</source>
        <translation>Elegir mnist, una plantilla ({names}) o un archivo .npz.</translation>
    </message>
    <message>
        <source>{path} is no readable .npz file: {reason}.</source>
        <translation>{path} no es un archivo .npz legible: {reason}.</translation>
    </message>
    <message>
        <source>Give an .npz file with the arrays x and y.</source>
        <translation>Indicar un archivo .npz con los arreglos x e y.</translation>
    </message>
    <message>
        <source>{path} holds no arrays x and y. Received: {names}.</source>
        <translation>{path} no contiene los arreglos x e y. Recibido: {names}.</translation>
    </message>
    <message>
        <source>Name the inputs x and the answers y.</source>
        <translation>Llamar x a las entradas e y a las respuestas.</translation>
    </message>
    <message>
        <source>The arrays in {path} are no rows of numbers. Received: x {x} and y {y}.</source>
        <translation>Los arreglos de {path} no son filas de números. Recibido: x {x} e y {y}.</translation>
    </message>
    <message>
        <source>Give one row of numbers for each example.</source>
        <translation>Indicar una fila de números por cada ejemplo.</translation>
    </message>
    <message>
        <source>{path} has {x} inputs and {y} answers.</source>
        <translation>{path} tiene {x} entradas y {y} respuestas.</translation>
    </message>
    <message>
        <source>Each input needs one answer.</source>
        <translation>Cada entrada necesita una respuesta.</translation>
    </message>
    <message>
        <source>The labels in {path} are not class numbers from 0 to {last}.</source>
        <translation>Las etiquetas de {path} no son números de clase de 0 a {last}.</translation>
    </message>
    <message>
        <source>Number the classes from 0 in the order of the network&apos;s outputs.</source>
        <translation>Numerar las clases desde 0 en el orden de las salidas de la red.</translation>
    </message>
    <message>
        <source>The model has {given} outputs; the data has {wanted}.</source>
        <translation>El modelo tiene {given} salidas; los datos tienen {wanted}.</translation>
    </message>
    <message>
        <source>Evaluate a model on data of its own kind.</source>
        <translation>Evaluar el modelo con datos de su misma clase.</translation>
    </message>
    <message>
        <source>The tour was broken off.</source>
        <translation>El recorrido se interrumpió.</translation>
    </message>
    <message>
        <source>See the messages above.</source>
        <translation>Ver los mensajes anteriores.</translation>
    </message>
    <message>
        <source>The training can&apos;t be set up so: {reason}.</source>
        <translation>No se puede configurar así el entrenamiento: {reason}.</translation>
    </message>
    <message>
        <source>Choose numbers in the range.</source>
        <translation>Elegir números dentro del rango.</translation>
    </message>
    <message>
        <source>The folder {folder} can&apos;t be written: {reason}.</source>
        <translation>No se puede escribir en la carpeta {folder}: {reason}.</translation>
    </message>
    <message>
        <source>Choose another folder with --out.</source>
        <translation>Elegir otra carpeta con --out.</translation>
    </message>
    <message>
        <source>The network expects inputs of shape {expected}; the data gives {given}.</source>
        <translation>La red espera entradas de forma {expected}; los datos dan {given}.</translation>
    </message>
    <message>
        <source>Change the input layer to the shape of the data.</source>
        <translation>Cambiar la capa de entrada a la forma de los datos.</translation>
    </message>
    <message>
        <source>Fit the input to the data</source>
        <translation>Ajustar la entrada a los datos</translation>
    </message>
    <message>
        <source>Add the output layer</source>
        <translation>Añadir la capa de salida</translation>
    </message>
    <message>
        <source>The network has no layers.</source>
        <translation>La red no tiene capas.</translation>
    </message>
    <message>
        <source>Add at least the output layer: Dense with {units} units.</source>
        <translation>Añadir al menos la capa de salida: Dense con {units} unidades.</translation>
    </message>
    <message>
        <source>The network has {count} parameters, more than {limit} million.</source>
        <translation>La red tiene {count} parámetros, más de {limit} millones.</translation>
    </message>
    <message>
        <source>Use fewer units in “{layer}” or before it.</source>
        <translation>Usar menos unidades en «{layer}» o antes de ella.</translation>
    </message>
    <message>
        <source>The last layer, “{layer}”, is not a Dense layer.</source>
        <translation>La última capa, «{layer}», no es una capa Dense.</translation>
    </message>
    <message>
        <source>End the network with Dense, {units} units.</source>
        <translation>Terminar la red con Dense de {units} unidades.</translation>
    </message>
    <message>
        <source>Add Flatten</source>
        <translation>Añadir Flatten</translation>
    </message>
    <message>
        <source>Nothing turns the {shape} input into one row, so the output has shape {output}.</source>
        <translation>Nada convierte la entrada de {shape} en una fila, así que la salida tiene forma {output}.</translation>
    </message>
    <message>
        <source>Begin with a Flatten layer.</source>
        <translation>Empezar con una capa Flatten.</translation>
    </message>
    <message>
        <source>Every layer is frozen: there is nothing to train.</source>
        <translation>Todas las capas están congeladas: no hay nada que entrenar.</translation>
    </message>
    <message>
        <source>Let at least one layer learn.</source>
        <translation>Dejar que aprenda al menos una capa.</translation>
    </message>
    <message>
        <source>Let all layers learn</source>
        <translation>Dejar que aprendan todas las capas</translation>
    </message>
    <message>
        <source>Use {units} × {activation} with {loss}</source>
        <translation>Usar {units} × {activation} con {loss}</translation>
    </message>
    <message>
        <source>{loss} is a loss for classes; this data has real values.</source>
        <translation>{loss} es una pérdida para clases; estos datos tienen valores reales.</translation>
    </message>
    <message>
        <source>Use mean_squared_error.</source>
        <translation>Usar mean_squared_error.</translation>
    </message>
    <message>
        <source>The loss {given} does not suit {units} × {activation}.</source>
        <translation>La pérdida {given} no conviene a {units} × {activation}.</translation>
    </message>
    <message>
        <source>Use {loss}.</source>
        <translation>Usar {loss}.</translation>
    </message>
    <message>
        <source>The last layer ends in {given}; this task calls for {activation}.</source>
        <translation>La última capa termina en {given}; esta tarea pide {activation}.</translation>
    </message>
    <message>
        <source>Set the activation of “{layer}” to {activation}.</source>
        <translation>Cambiar la activación de «{layer}» a {activation}.</translation>
    </message>
    <message>
        <source>The metric {metric} says little about this task.</source>
        <translation>La métrica {metric} dice poco sobre esta tarea.</translation>
    </message>
    <message>
        <source>Use {metric}.</source>
        <translation>Usar {metric}.</translation>
    </message>
    <message>
        <source>Use {metric}</source>
        <translation>Usar {metric}</translation>
    </message>
    <message>
        <source>A callback watches {monitor}, which is not measured with the metric {metric}: it would never act.</source>
        <translation>Un callback vigila {monitor}, que no se mide con la métrica {metric}: nunca actuaría.</translation>
    </message>
    <message>
        <source>Let it watch val_loss.</source>
        <translation>Hacer que vigile val_loss.</translation>
    </message>
    <message>
        <source>Watch val_loss</source>
        <translation>Vigilar val_loss</translation>
    </message>
    <message>
        <source>Set the units of the last layer to {wanted}.</source>
        <translation>Cambiar las unidades de la última capa a {wanted}.</translation>
    </message>
    <message>
        <source>The last layer has {given} units; the data has {outputs} values to predict.</source>
        <translation>La última capa tiene {given} unidades; los datos tienen {outputs} valores por predecir.</translation>
    </message>
    <message>
        <source>The last layer has {given} units; the data has {outputs} classes.</source>
        <translation>La última capa tiene {given} unidades; los datos tienen {outputs} clases.</translation>
    </message>
    <message>
        <source>Another layer is already called “{name}”.</source>
        <translation>Otra capa ya se llama «{name}».</translation>
    </message>
    <message>
        <source>Choose a name which no other layer has.</source>
        <translation>Elegir un nombre que no tenga ninguna otra capa.</translation>
    </message>
    <message>
        <source>Built-in digits</source>
        <translation>Dígitos incluidos</translation>
    </message>
    <message>
        <source>Handwritten digits made on this computer: train, then draw your own.</source>
        <translation>Dígitos manuscritos creados en este equipo: entrenar y luego dibujar uno propio.</translation>
    </message>
    <message>
        <source>Spirals · 6 arms</source>
        <translation>Espirales · 6 brazos</translation>
    </message>
    <message>
        <source>Six spiral arms, six classes; a two-unit layer turns them into six rays.</source>
        <translation>Seis brazos de espiral, seis clases; una capa de dos unidades los convierte en seis rayos.</translation>
    </message>
    <message>
        <source>Spirals · 2 classes</source>
        <translation>Espirales · 2 clases</translation>
    </message>
    <message>
        <source>Eight arms, two classes; 16 features to look at by PCA.</source>
        <translation>Ocho brazos, dos clases; 16 características que ver mediante PCA.</translation>
    </message>
    <message>
        <source>Function · egg crate</source>
        <translation>Función · huevera</translation>
    </message>
    <message>
        <source>Approximate sin x · sin y + 0.1 (x² + y²) from 5,000 samples.</source>
        <translation>Aproximar sen x · sen y + 0.1 (x² + y²) con 5&#x202f;000 muestras.</translation>
    </message>
    <message>
        <source>Function · radial Gaussian</source>
        <translation>Función · gaussiana radial</translation>
    </message>
    <message>
        <source>Approximate exp(−r²/4) · cos 2r from 5,000 samples.</source>
        <translation>Aproximar exp(−r²/4) · cos 2r con 5&#x202f;000 muestras.</translation>
    </message>
    <message>
        <source>MNIST · first network</source>
        <translation>MNIST · primera red</translation>
    </message>
    <message>
        <source>28 × 28 → 8 ReLU → 10 softmax, 8 epochs: the course&apos;s first classifier.</source>
        <translation>28 × 28 → 8 ReLU → 10 softmax, 8 épocas: el primer clasificador del curso.</translation>
    </message>
    <message>
        <source>MNIST · 200 linear</source>
        <translation>MNIST · 200 lineales</translation>
    </message>
    <message>
        <source>One hidden layer of 200 without activation: no better than no hidden layer.</source>
        <translation>Una capa oculta de 200 sin activación: no mejora a una red sin capa oculta.</translation>
    </message>
    <message>
        <source>MNIST · 200 tanh</source>
        <translation>MNIST · 200 tanh</translation>
    </message>
    <message>
        <source>The same 200 units with tanh.</source>
        <translation>Las mismas 200 unidades con tanh.</translation>
    </message>
    <message>
        <source>MNIST · 100-200-100</source>
        <translation>MNIST · 100-200-100</translation>
    </message>
    <message>
        <source>Three hidden ReLU layers, 50 epochs.</source>
        <translation>Tres capas ocultas ReLU, 50 épocas.</translation>
    </message>
    <message>
        <source>MNIST · 200-500-200</source>
        <translation>MNIST · 200-500-200</translation>
    </message>
    <message>
        <source>200 ReLU, 500 tanh, 200 ReLU: the widest of the course&apos;s exercises.</source>
        <translation>200 ReLU, 500 tanh, 200 ReLU: el más ancho de los ejercicios del curso.</translation>
    </message>
    <message>
        <source>There is no template “{name}”.</source>
        <translation>No hay ninguna plantilla «{name}».</translation>
    </message>
    <message>
        <source>Choose one of: {names}.</source>
        <translation>Elegir una de estas: {names}.</translation>
    </message>
    <message>
        <source>Looking for the digits made before</source>
        <translation>Buscando los dígitos ya creados</translation>
    </message>
    <message>
        <source>Making digits: {done} of {total}</source>
        <translation>Creando dígitos: {done} de {total}</translation>
    </message>
    <message>
        <source>Asking for {file}</source>
        <translation>Solicitando {file}</translation>
    </message>
    <message>
        <source>Fetching {file}: {have} MB</source>
        <translation>Descargando {file}: {have} MB</translation>
    </message>
    <message>
        <source>The connection to {url} broke off after {have} of {total} MB.</source>
        <translation>La conexión con {url} se cortó tras {have} de {total} MB.</translation>
    </message>
    <message>
        <source>Try again: the download goes on where it stopped.</source>
        <translation>Reintentar: la descarga sigue donde se detuvo.</translation>
    </message>
    <message>
        <source>{url} could not be fetched: {detail}.</source>
        <translation>No se pudo descargar {url}: {detail}.</translation>
    </message>
    <message>
        <source>{url} offers more than {limit} MB, which can&apos;t be right.</source>
        <translation>{url} ofrece más de {limit} MB, lo que no puede ser correcto.</translation>
    </message>
    <message>
        <source>Nothing can be written into the folder {folder}: {detail}.</source>
        <translation>No se puede escribir nada en la carpeta {folder}: {detail}.</translation>
    </message>
    <message>
        <source>Dividing the examples</source>
        <translation>Dividiendo los ejemplos</translation>
    </message>
    <message>
        <source>Scaling the examples</source>
        <translation>Escalando los ejemplos</translation>
    </message>
    <message>
        <source>What {url} sent is not MNIST, so it was not kept: {reason}</source>
        <translation>Lo que envió {url} no es MNIST y no se conservó: {reason}</translation>
    </message>
    <message>
        <source>Put a copy of mnist.npz into the folder {folder}, or use the built-in digits, which need no download.</source>
        <translation>Poner una copia de mnist.npz en la carpeta {folder} o usar los dígitos incluidos, que no requieren descarga.</translation>
    </message>
    <message>
        <source>it is not a whole NumPy archive ({detail})</source>
        <translation>no es un archivo NumPy completo ({detail})</translation>
    </message>
    <message>
        <source>it can&apos;t be read ({detail})</source>
        <translation>no se puede leer ({detail})</translation>
    </message>
    <message>
        <source>it has no array “{name}”</source>
        <translation>no tiene el arreglo «{name}»</translation>
    </message>
    <message>
        <source>“{name}” is not a NumPy array ({detail})</source>
        <translation>«{name}» no es un arreglo NumPy ({detail})</translation>
    </message>
    <message>
        <source>“{name}” should be uint8 of shape {wanted}, and is {dtype} of shape {found}</source>
        <translation>«{name}» debería ser uint8 de forma {wanted} y es {dtype} de forma {found}</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>Leyendo {file}</translation>
    </message>
    <message>
        <source>“{name}” ends too early</source>
        <translation>«{name}» termina antes de tiempo</translation>
    </message>
    <message>
        <source>the labels in “{name}” should be the digits 0 to 9, and go from {low} to {high}</source>
        <translation>las etiquetas de «{name}» deberían ser los dígitos de 0 a 9 y van de {low} a {high}</translation>
    </message>
    <message>
        <source>the mean of its pixels should be {wanted}, and is {found}: these are other images</source>
        <translation>la media de sus píxeles debería ser {wanted} y es {found}: son otras imágenes</translation>
    </message>
    <message>
        <source>The MNIST file {file} is broken: {reason}.</source>
        <translation>El archivo de MNIST {file} está dañado: {reason}.</translation>
    </message>
    <message>
        <source>Replace it with a whole copy, or delete it to have it downloaded again.</source>
        <translation>Sustituirlo por una copia completa o borrarlo para que se descargue de nuevo.</translation>
    </message>
    <message>
        <source>{n} examples can&apos;t be divided with a share of {share} for validation.</source>
        <translation>No se pueden dividir {n} ejemplos con una proporción de {share} para validación.</translation>
    </message>
    <message>
        <source>Choose a share that leaves at least one example of each class in both parts, or make more examples.</source>
        <translation>Elegir una proporción que deje al menos un ejemplo de cada clase en ambas partes, o crear más ejemplos.</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>No existe el archivo {file}.</translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation>Comprobar su nombre.</translation>
    </message>
    <message>
        <source>The picture {file} has too many pixels.</source>
        <translation>La imagen {file} tiene demasiados píxeles.</translation>
    </message>
    <message>
        <source>Reduce it to some thousand pixels a side.</source>
        <translation>Reducirla a unos miles de píxeles por lado.</translation>
    </message>
    <message>
        <source>it is not in a picture format known here</source>
        <translation>su formato de imagen no se reconoce</translation>
    </message>
    <message>
        <source>{detail}</source>
        <translation>{detail}</translation>
    </message>
    <message>
        <source>There is no digit to be seen on {file}.</source>
        <translation>No se ve ningún dígito en {file}.</translation>
    </message>
    <message>
        <source>Write one digit large and dark on plain paper, and photograph it from above.</source>
        <translation>Escribir un dígito grande y oscuro en papel liso y fotografiarlo desde arriba.</translation>
    </message>
    <message>
        <source>The picture {file} can&apos;t be read: {reason}.</source>
        <translation>No se puede leer la imagen {file}: {reason}.</translation>
    </message>
    <message>
        <source>Use a whole PNG or JPEG file.</source>
        <translation>Usar un archivo PNG o JPEG completo.</translation>
    </message>
    <message>
        <source>it has more than {limit} MB</source>
        <translation>tiene más de {limit} MB</translation>
    </message>
    <message>
        <source>it is not JSON ({detail})</source>
        <translation>no es JSON ({detail})</translation>
    </message>
    <message>
        <source>it holds no list, but {given}</source>
        <translation>no contiene una lista, sino {given}</translation>
    </message>
    <message>
        <source>item {number} has no “strokes”</source>
        <translation>el elemento {number} no tiene «strokes»</translation>
    </message>
    <message>
        <source>the label of item {number} should be a digit from 0 to 9, and is {given}</source>
        <translation>la etiqueta del elemento {number} debería ser un dígito de 0 a 9 y es {given}</translation>
    </message>
    <message>
        <source>the strokes of item {number} are no list of lists</source>
        <translation>los trazos del elemento {number} no son una lista de listas</translation>
    </message>
    <message>
        <source>a point of item {number} should be [x, y] with two numbers, and is {given}</source>
        <translation>un punto del elemento {number} debería ser [x, y] con dos números y es {given}</translation>
    </message>
    <message>
        <source>The strokes in {file} can&apos;t be used: {reason}.</source>
        <translation>No se pueden usar los trazos de {file}: {reason}.</translation>
    </message>
    <message>
        <source>Each item of the JSON list should look like {example}.</source>
        <translation>Cada elemento de la lista JSON debería ser como {example}.</translation>
    </message>
    <message>
        <source>TensorFlow uses no GPU on Windows itself; it does inside WSL 2.</source>
        <translation>TensorFlow no usa la GPU en Windows directamente; sí dentro de WSL 2.</translation>
    </message>
    <message>
        <source>This build of TensorFlow has no GPU support.</source>
        <translation>Esta compilación de TensorFlow no admite GPU.</translation>
    </message>
    <message>
        <source>TensorFlow sees no GPU. With an NVIDIA card and its driver, install the GPU libraries: pip install “mlp-studio[gpu]”.</source>
        <translation>TensorFlow no encuentra ninguna GPU. Con una tarjeta NVIDIA y su controlador, instalar las bibliotecas de GPU: pip install &quot;mlp-studio[gpu]&quot;.</translation>
    </message>
    <message>
        <source>A GPU was asked for, but there is none to use.</source>
        <translation>Se pidió una GPU, pero no hay ninguna disponible.</translation>
    </message>
    <message>
        <source>Train on the CPU instead.</source>
        <translation>Entrenar en la CPU.</translation>
    </message>
    <message>
        <source>Stopped after {epochs} epochs; the weights stay as they are.</source>
        <translation>Detenido tras {epochs} épocas; los pesos quedan como están.</translation>
    </message>
    <message>
        <source>The loss is no longer a finite number; the weights of epoch {epoch}, the last good ones, are kept. Try a lower learning rate than {rate}, and check the scaling of the data.</source>
        <translation>La pérdida ya no es un número finito; se conservan los pesos de la época {epoch}, los últimos buenos. Probar una tasa de aprendizaje menor que {rate} y revisar el escalado de los datos.</translation>
    </message>
    <message>
        <source>Stopped early: {monitor} has not improved for {patience} epochs.</source>
        <translation>Parada temprana: {monitor} no ha mejorado en {patience} épocas.</translation>
    </message>
    <message>
        <source>Trained to epoch {epoch}.</source>
        <translation>Entrenada hasta la época {epoch}.</translation>
    </message>
    <message>
        <source>{ended} The weights of epoch {epoch}, the best one, are back.</source>
        <translation>{ended} Se han restaurado los pesos de la época {epoch}, la mejor.</translation>
    </message>
    <message>
        <source>Change the settings and train again.</source>
        <translation>Cambiar los ajustes y entrenar de nuevo.</translation>
    </message>
    <message>
        <source>{what} {remedy}</source>
        <translation>{what} {remedy}</translation>
    </message>
    <message>
        <source>TensorFlow could not go on: {reason} Train again, or on the CPU.</source>
        <translation>TensorFlow no pudo continuar: {reason} Entrenar de nuevo, o en la CPU.</translation>
    </message>
    <message>
        <source>The memory did not suffice for {parameters} parameters and a batch size of {batch}. Use a smaller batch, fewer units or fewer examples.</source>
        <translation>La memoria no bastó para {parameters} parámetros y un tamaño de lote de {batch}. Usar un lote menor, menos unidades o menos ejemplos.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be written: {reason}.</source>
        <translation>No se puede escribir {path}: {reason}.</translation>
    </message>
    <message>
        <source>Choose another folder, or make room or give yourself permission there.</source>
        <translation>Elegir otra carpeta, o liberar espacio u obtener permiso en ella.</translation>
    </message>
    <message>
        <source>“{where}”: {what}; received {given}</source>
        <translation>«{where}»: {what}; recibido {given}</translation>
    </message>
    <message>
        <source>It may have been moved or renamed: open it from where it is now.</source>
        <translation>Quizá se movió o se le cambió el nombre: abrirlo desde donde esté ahora.</translation>
    </message>
    <message>
        <source>it is not a whole project file ({detail})</source>
        <translation>no es un archivo de proyecto completo ({detail})</translation>
    </message>
    <message>
        <source>“project.json” has no “format” and “project”</source>
        <translation>«project.json» no tiene «format» y «project»</translation>
    </message>
    <message>
        <source>{file} was saved by a later version, {program} (format {format}).</source>
        <translation>{file} se guardó con una versión posterior, {program} (formato {format}).</translation>
    </message>
    <message>
        <source>Install the latest MLP Studio to open it.</source>
        <translation>Instalar la última versión de MLP Studio para abrirlo.</translation>
    </message>
    <message>
        <source>in “{member}”, {fault}</source>
        <translation>en «{member}», {fault}</translation>
    </message>
    <message>
        <source>“weights.json” has no “epoch”</source>
        <translation>«weights.json» no tiene «epoch»</translation>
    </message>
    <message>
        <source>the weights “{name}” are missing</source>
        <translation>faltan los pesos «{name}»</translation>
    </message>
    <message>
        <source>the weights “{name}”: {detail}</source>
        <translation>los pesos «{name}»: {detail}</translation>
    </message>
    <message>
        <source>“history.json” is not a list with an object an epoch</source>
        <translation>«history.json» no es una lista con un objeto por época</translation>
    </message>
    <message>
        <source>“{member}” is missing</source>
        <translation>falta «{member}»</translation>
    </message>
    <message>
        <source>“{member}” is far too big</source>
        <translation>«{member}» es demasiado grande</translation>
    </message>
    <message>
        <source>“{member}” is not JSON ({detail})</source>
        <translation>«{member}» no es JSON ({detail})</translation>
    </message>
    <message>
        <source>The project {file} can&apos;t be opened: {reason}.</source>
        <translation>No se puede abrir el proyecto {file}: {reason}.</translation>
    </message>
    <message>
        <source>Open an earlier copy of it, if there is one.</source>
        <translation>Abrir una copia anterior, si existe.</translation>
    </message>
    <message>
        <source>{folder} is no run folder: it has no manifest.json.</source>
        <translation>{folder} no es una carpeta de entrenamiento: no tiene manifest.json.</translation>
    </message>
    <message>
        <source>Choose a folder written by “mlp-studio train … --out”, or a .keras or .h5 file.</source>
        <translation>Elegir una carpeta escrita por «mlp-studio train … --out», o un archivo .keras o .h5.</translation>
    </message>
    <message>
        <source>its format should be {wanted}, and is {given}</source>
        <translation>su formato debería ser {wanted} y es {given}</translation>
    </message>
    <message>
        <source>it has no “epoch”</source>
        <translation>no tiene «epoch»</translation>
    </message>
    <message>
        <source>its “arrays” are no list of files</source>
        <translation>su «arrays» no es una lista de archivos</translation>
    </message>
    <message>
        <source>it names no file for “{array}” of “{layer}”</source>
        <translation>no indica un archivo para «{array}» de «{layer}»</translation>
    </message>
    <message>
        <source>{file} lies outside the run folder</source>
        <translation>{file} está fuera de la carpeta de entrenamiento</translation>
    </message>
    <message>
        <source>it holds no JSON object</source>
        <translation>no contiene un objeto JSON</translation>
    </message>
    <message>
        <source>{file} can&apos;t be used: {reason}.</source>
        <translation>No se puede usar {file}: {reason}.</translation>
    </message>
    <message>
        <source>Train again with --out, or restore the folder from a copy.</source>
        <translation>Entrenar de nuevo con --out o restaurar la carpeta desde una copia.</translation>
    </message>
    <message>
        <source>There are no trained weights to export.</source>
        <translation>No hay pesos entrenados que exportar.</translation>
    </message>
    <message>
        <source>Press Train first.</source>
        <translation>Pulsar antes «Entrenar».</translation>
    </message>
    <message>
        <source>CPU · {cores} cores</source>
        <translation>CPU · {cores} núcleos</translation>
    </message>
    <message>
        <source>Training can run on: {devices}.</source>
        <translation>El entrenamiento puede ejecutarse en: {devices}.</translation>
    </message>
    <message>
        <source>Training runs on: {devices}. {why}</source>
        <translation>El entrenamiento se ejecuta en: {devices}. {why}</translation>
    </message>
    <message>
        <source>The data is not loaded yet.</source>
        <translation>Los datos aún no están cargados.</translation>
    </message>
    <message>
        <source>Wait until it is, or choose another source.</source>
        <translation>Esperar a que lo estén o elegir otra fuente.</translation>
    </message>
    <message>
        <source>A network can have {limit} layers at most.</source>
        <translation>Una red puede tener como máximo {limit} capas.</translation>
    </message>
    <message>
        <source>Remove a layer first.</source>
        <translation>Quitar antes una capa.</translation>
    </message>
    <message>
        <source>Add {layer} after {before}</source>
        <translation>Añadir {layer} tras {before}</translation>
    </message>
    <message>
        <source>Add {layer} at the front</source>
        <translation>Añadir {layer} al principio</translation>
    </message>
    <message>
        <source>Paste {layers}</source>
        <translation>Pegar {layers}</translation>
    </message>
    <message>
        <source>Move {layer} after {before}</source>
        <translation>Mover {layer} tras {before}</translation>
    </message>
    <message>
        <source>Move {layer} to the front</source>
        <translation>Mover {layer} al principio</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be a layer&apos;s name.</source>
        <translation>«{name}» no puede ser el nombre de una capa.</translation>
    </message>
    <message>
        <source>Begin with a letter; go on with up to 63 letters, digits, “_”, “-” or “.”.</source>
        <translation>Empezar con una letra; seguir con hasta 63 letras, dígitos, «_», «-» o «.».</translation>
    </message>
    <message>
        <source>Rename {layer} to {name}</source>
        <translation>Renombrar {layer} como {name}</translation>
    </message>
    <message>
        <source>Enlarge {layers}</source>
        <translation>Ampliar {layers}</translation>
    </message>
    <message>
        <source>Reduce {layers}</source>
        <translation>Reducir {layers}</translation>
    </message>
    <message>
        <source>Remove {layer}</source>
        <translation>Quitar {layer}</translation>
    </message>
    <message>
        <source>Remove {count} layers</source>
        <translation>Quitar {count} capas</translation>
    </message>
    <message>
        <source>Duplicate {layer}</source>
        <translation>Duplicar {layer}</translation>
    </message>
    <message>
        <source>Duplicate {count} layers</source>
        <translation>Duplicar {count} capas</translation>
    </message>
    <message>
        <source>Give {layer} a bias</source>
        <translation>Añadir sesgo a {layer}</translation>
    </message>
    <message>
        <source>Take the bias from {layer}</source>
        <translation>Quitar el sesgo de {layer}</translation>
    </message>
    <message>
        <source>Give {layer} a shift</source>
        <translation>Añadir desplazamiento a {layer}</translation>
    </message>
    <message>
        <source>Take the shift from {layer}</source>
        <translation>Quitar el desplazamiento de {layer}</translation>
    </message>
    <message>
        <source>Give {layer} a scale</source>
        <translation>Añadir escala a {layer}</translation>
    </message>
    <message>
        <source>Take the scale from {layer}</source>
        <translation>Quitar la escala de {layer}</translation>
    </message>
    <message>
        <source>Let {layer} learn</source>
        <translation>Dejar que {layer} aprenda</translation>
    </message>
    <message>
        <source>Freeze {layer}</source>
        <translation>Congelar {layer}</translation>
    </message>
    <message>
        <source>Set units of {layer} to {value}</source>
        <translation>Cambiar unidades de {layer} a {value}</translation>
    </message>
    <message>
        <source>Set activation of {layer} to {value}</source>
        <translation>Cambiar activación de {layer} a {value}</translation>
    </message>
    <message>
        <source>Set L1 of {layer} to {value}</source>
        <translation>Cambiar L1 de {layer} a {value}</translation>
    </message>
    <message>
        <source>Set L2 of {layer} to {value}</source>
        <translation>Cambiar L2 de {layer} a {value}</translation>
    </message>
    <message>
        <source>Set rate of {layer} to {value}</source>
        <translation>Cambiar tasa de {layer} a {value}</translation>
    </message>
    <message>
        <source>Set momentum of {layer} to {value}</source>
        <translation>Cambiar momentum de {layer} a {value}</translation>
    </message>
    <message>
        <source>Set epsilon of {layer} to {value}</source>
        <translation>Cambiar épsilon de {layer} a {value}</translation>
    </message>
    <message>
        <source>Set standard deviation of {layer} to {value}</source>
        <translation>Cambiar desviación estándar de {layer} a {value}</translation>
    </message>
    <message>
        <source>Set slope of {layer} to {value}</source>
        <translation>Cambiar pendiente de {layer} a {value}</translation>
    </message>
    <message>
        <source>Set bias L1 of {layer} to {value}</source>
        <translation>Cambiar L1 del sesgo de {layer} a {value}</translation>
    </message>
    <message>
        <source>Set bias L2 of {layer} to {value}</source>
        <translation>Cambiar L2 del sesgo de {layer} a {value}</translation>
    </message>
    <message>
        <source>Set activity L1 of {layer} to {value}</source>
        <translation>Cambiar L1 de la salida de {layer} a {value}</translation>
    </message>
    <message>
        <source>Set activity L2 of {layer} to {value}</source>
        <translation>Cambiar L2 de la salida de {layer} a {value}</translation>
    </message>
    <message>
        <source>Set weight initializer of {layer} to {value}</source>
        <translation>Cambiar inicializador de pesos de {layer} a {value}</translation>
    </message>
    <message>
        <source>Set bias initializer of {layer} to {value}</source>
        <translation>Cambiar inicializador de sesgos de {layer} a {value}</translation>
    </message>
    <message>
        <source>Set weight constraint of {layer} to {value}</source>
        <translation>Cambiar restricción de pesos de {layer} a {value}</translation>
    </message>
    <message>
        <source>Set bias constraint of {layer} to {value}</source>
        <translation>Cambiar restricción de sesgos de {layer} a {value}</translation>
    </message>
    <message>
        <source>Set largest norm of {layer} to {value}</source>
        <translation>Cambiar norma máxima de {layer} a {value}</translation>
    </message>
    <message>
        <source>Received: {value}.</source>
        <translation>Recibido: {value}.</translation>
    </message>
    <message>
        <source>Units must be a whole number from 1 to {limit}.</source>
        <translation>Las unidades deben ser un número entero de 1 a {limit}.</translation>
    </message>
    <message>
        <source>The rate must be from 0 to less than 1.</source>
        <translation>La tasa debe ser al menos 0 y menor que 1.</translation>
    </message>
    <message>
        <source>The momentum must be from 0 to less than 1.</source>
        <translation>El momentum debe ser al menos 0 y menor que 1.</translation>
    </message>
    <message>
        <source>Epsilon must be more than 0 and at most 1.</source>
        <translation>Épsilon debe ser mayor que 0 y como máximo 1.</translation>
    </message>
    <message>
        <source>L1 must be from 0 to 10.</source>
        <translation>L1 debe estar entre 0 y 10.</translation>
    </message>
    <message>
        <source>L2 must be from 0 to 10.</source>
        <translation>L2 debe estar entre 0 y 10.</translation>
    </message>
    <message>
        <source>The standard deviation must be from 0 to 1.</source>
        <translation>La desviación estándar debe estar entre 0 y 1.</translation>
    </message>
    <message>
        <source>The slope must be from 0 to 10.</source>
        <translation>La pendiente debe estar entre 0 y 10.</translation>
    </message>
    <message>
        <source>The largest norm must be more than 0 and at most 1000.</source>
        <translation>La norma máxima debe ser mayor que 0 y como máximo 1000.</translation>
    </message>
    <message>
        <source>There is no such activation.</source>
        <translation>Esa activación no existe.</translation>
    </message>
    <message>
        <source>There is no such choice.</source>
        <translation>Esa opción no existe.</translation>
    </message>
    <message>
        <source>Waited {seconds} s in vain: {what}.</source>
        <translation>Se esperó {seconds} s en vano: {what}.</translation>
    </message>
    <message>
        <source>The picture {file} can&apos;t be written.</source>
        <translation>No se puede escribir la imagen {file}.</translation>
    </message>
    <message>
        <source>The field closed by itself.</source>
        <translation>El campo se cerró solo.</translation>
    </message>
    <message>
        <source>The weights or the data did not come back.</source>
        <translation>Los pesos o los datos no se recuperaron.</translation>
    </message>
    <message>
        <source>This does not hold: {what}.</source>
        <translation>Esto no se cumple: {what}.</translation>
    </message>
    <message>
        <source>There is no button {name}.</source>
        <translation>No existe el botón {name}.</translation>
    </message>
    <message>
        <source>“{path}” can&apos;t be written: {reason}.</source>
        <translation>No se puede escribir «{path}»: {reason}.</translation>
    </message>
    <message>
        <source>Choose a folder you may write to, with enough space.</source>
        <translation>Elegir una carpeta con permiso de escritura y espacio suficiente.</translation>
    </message>
    <message>
        <source>its input has no fixed shape</source>
        <translation>su entrada no tiene una forma fija</translation>
    </message>
    <message>
        <source>it has several inputs or outputs</source>
        <translation>tiene varias entradas o salidas</translation>
    </message>
    <message>
        <source>its layers do not follow one another in a single line</source>
        <translation>sus capas no se siguen una a otra en una sola línea</translation>
    </message>
    <message>
        <source>The layer “{layer}” in “{path}” has a setting that is not supported: {what}.</source>
        <translation>La capa «{layer}» de «{path}» tiene un ajuste no admitido: {what}.</translation>
    </message>
    <message>
        <source>Build the network in the program instead, or change that layer in Keras.</source>
        <translation>Construir la red en el programa o cambiar esa capa en Keras.</translation>
    </message>
    <message>
        <source>There is no file “{path}”.</source>
        <translation>No existe el archivo «{path}».</translation>
    </message>
    <message>
        <source>Choose a model saved by Keras: .keras or .h5.</source>
        <translation>Elegir un modelo guardado por Keras: .keras o .h5.</translation>
    </message>
    <message>
        <source>it holds weights only, without the network</source>
        <translation>solo contiene pesos, sin la red</translation>
    </message>
    <message>
        <source>it is neither a .keras nor an .h5 file</source>
        <translation>no es un archivo .keras ni .h5</translation>
    </message>
    <message>
        <source>it is damaged ({reason})</source>
        <translation>está dañado ({reason})</translation>
    </message>
    <message>
        <source>it holds a {kind}, not a stack of layers</source>
        <translation>contiene {kind}, no una secuencia de capas</translation>
    </message>
    <message>
        <source>“{path}” holds layers that a multilayer perceptron does not have: {layers}.</source>
        <translation>«{path}» contiene capas que un perceptrón multicapa no tiene: {layers}.</translation>
    </message>
    <message>
        <source>Choose a model made of Dense, Flatten, activation, dropout, noise and normalization layers.</source>
        <translation>Elegir un modelo hecho de capas Dense, Flatten, de activación, de dropout, de ruido y de normalización.</translation>
    </message>
    <message>
        <source>Keras refuses it ({reason})</source>
        <translation>Keras lo rechaza ({reason})</translation>
    </message>
    <message>
        <source>“{path}” can&apos;t be read as a model: {why}.</source>
        <translation>No se puede leer «{path}» como modelo: {why}.</translation>
    </message>
    <message>
        <source>The settings can&apos;t be kept in {path}: {reason}.</source>
        <translation>No se pueden guardar los ajustes en {path}: {reason}.</translation>
    </message>
    <message>
        <source>They hold until MLP Studio is closed. Make the folder writable.</source>
        <translation>Valen hasta cerrar MLP Studio. Dar permiso de escritura en la carpeta.</translation>
    </message>
    <message>
        <source>Loading the data was cancelled.</source>
        <translation>Se canceló la carga de los datos.</translation>
    </message>
    <message>
        <source>Load it again, or choose another source.</source>
        <translation>Cargarlos de nuevo o elegir otra fuente.</translation>
    </message>
</context>
<context>
    <name>Callout</name>
    <message>
        <source>({count} more)</source>
        <translation>({count} más)</translation>
    </message>
</context>
<context>
    <name>CurvesPanel</name>
    <message>
        <source>best epoch {epoch}</source>
        <translation>mejor época {epoch}</translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation>Escala log</translation>
    </message>
    <message>
        <source>Show the loss on a logarithmic axis</source>
        <translation>Mostrar la pérdida en un eje logarítmico</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Pérdida</translation>
    </message>
    <message>
        <source>What the curves say</source>
        <translation>Lo que dicen las curvas</translation>
    </message>
    <message>
        <source>rate reduced</source>
        <translation>tasa reducida</translation>
    </message>
    <message>
        <source>each step</source>
        <translation>cada paso</translation>
    </message>
    <message>
        <source>training</source>
        <translation>entrenamiento</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validación</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Exactitud</translation>
    </message>
    <message>
        <source>Top-{k} accuracy</source>
        <translation>Exactitud entre las {k} primeras</translation>
    </message>
    <message>
        <source>Mean absolute error</source>
        <translation>Error absoluto medio</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>Error cuadrático medio</translation>
    </message>
    <message>
        <source>The first step is being prepared…</source>
        <translation>Preparando el primer paso…</translation>
    </message>
    <message>
        <source>Press Train to see the curves.</source>
        <translation>Pulsar «Entrenar» para ver las curvas.</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>época {epoch}</translation>
    </message>
    <message>
        <source>training {value}</source>
        <translation>entrenamiento {value}</translation>
    </message>
    <message>
        <source>validation {value}</source>
        <translation>validación {value}</translation>
    </message>
    <message>
        <source>rate reduced to follow</source>
        <translation>después se reduce</translation>
    </message>
    <message>
        <source>learning rate {rate}</source>
        <translation>tasa de aprendizaje {rate}</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>Data source</source>
        <translation>Fuente de datos</translation>
    </message>
    <message>
        <source>Where the examples come from.</source>
        <translation>De dónde vienen los ejemplos.</translation>
    </message>
    <message>
        <source>Validation %</source>
        <translation>Validación %</translation>
    </message>
    <message>
        <source>Share of the examples kept aside to validate after each epoch, in percent.</source>
        <translation>Porcentaje de ejemplos reservados para validar tras cada época.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>The same seed gives the same split.</source>
        <translation>La misma semilla da la misma partición.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Divide by 255</source>
        <translation>Dividir por 255</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>Escalado</translation>
    </message>
    <message>
        <source>How the inputs are scaled before the network gets them.</source>
        <translation>Cómo se escalan las entradas antes de llegar a la red.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Use the built-in digits</source>
        <translation>Usar los dígitos incluidos</translation>
    </message>
    <message>
        <source>Drawn at random.</source>
        <translation>Elegidos al azar.</translation>
    </message>
    <message>
        <source>Stratified: each class keeps its share.</source>
        <translation>Estratificada: mismas proporciones.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Partición</translation>
    </message>
    <message>
        <source>Labels become one-hot rows; the position of the largest value leads back.</source>
        <translation>Las etiquetas pasan a filas one-hot; la posición del mayor valor las devuelve.</translation>
    </message>
    <message>
        <source>Set the validation share</source>
        <translation>Cambiar la proporción de validación</translation>
    </message>
    <message>
        <source>Set the split&apos;s seed</source>
        <translation>Cambiar la semilla de la partición</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>{count} examples · {shape} → {outputs}</source>
        <translation>{count} ejemplos · {shape} → {outputs}</translation>
    </message>
    <message>
        <source>{count} examples · {shape} · {outputs} classes</source>
        <translation>{count} ejemplos · {shape} · {outputs} clases</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Sin datos</translation>
    </message>
    <message>
        <source>The data could not be loaded.</source>
        <translation>No se pudieron cargar los datos.</translation>
    </message>
    <message>
        <source>Use {source}</source>
        <translation>Usar {source}</translation>
    </message>
    <message>
        <source>Change the data</source>
        <translation>Cambiar los datos</translation>
    </message>
    <message>
        <source>Set the scaling</source>
        <translation>Cambiar el escalado</translation>
    </message>
</context>
<context>
    <name>DataPreview</name>
    <message>
        <source>Examples</source>
        <translation>Ejemplos</translation>
    </message>
    <message>
        <source>Random examples. Click to see others.</source>
        <translation>Ejemplos al azar. Clic para ver otros.</translation>
    </message>
</context>
<context>
    <name>DenseDetails</name>
    <message>
        <source>Frozen</source>
        <translation>Congelada</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>Biases</source>
        <translation>Sesgos</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Salidas</translation>
    </message>
    <message>
        <source>Initializer</source>
        <translation>Inicializador</translation>
    </message>
    <message>
        <source>How new weights are drawn.</source>
        <translation>Cómo se sortean los pesos nuevos.</translation>
    </message>
    <message>
        <source>Weight initializer</source>
        <translation>Inicializador de pesos</translation>
    </message>
    <message>
        <source>Bias initializer</source>
        <translation>Inicializador de sesgos</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>Penalización</translation>
    </message>
    <message>
        <source>L1 makes many of them 0; L2 keeps all of them small.</source>
        <translation>L1 lleva muchos a 0; L2 los mantiene todos pequeños.</translation>
    </message>
    <message>
        <source>L1 and L2 in the row below</source>
        <translation>L1 y L2 en la fila de abajo</translation>
    </message>
    <message>
        <source>Bias L1</source>
        <translation>L1 del sesgo</translation>
    </message>
    <message>
        <source>Bias L2</source>
        <translation>L2 del sesgo</translation>
    </message>
    <message>
        <source>Activity L1</source>
        <translation>L1 de la salida</translation>
    </message>
    <message>
        <source>Activity L2</source>
        <translation>L2 de la salida</translation>
    </message>
    <message>
        <source>Constraint</source>
        <translation>Restricción</translation>
    </message>
    <message>
        <source>Applied after every training step.</source>
        <translation>Se aplica tras cada paso de entrenamiento.</translation>
    </message>
    <message>
        <source>Weight constraint</source>
        <translation>Restricción de pesos</translation>
    </message>
    <message>
        <source>Bias constraint</source>
        <translation>Restricción de sesgos</translation>
    </message>
    <message>
        <source>Largest norm</source>
        <translation>Norma máxima</translation>
    </message>
    <message>
        <source>With max_norm: the largest length of a unit&apos;s incoming weights.</source>
        <translation>Con max_norm: la longitud máxima de los pesos que llegan a una unidad.</translation>
    </message>
    <message>
        <source>A frozen layer keeps its weights while others learn.</source>
        <translation>Una capa congelada conserva sus pesos mientras otras aprenden.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
</context>
<context>
    <name>DigitsPanel</name>
    <message>
        <source>Draw a digit</source>
        <translation>Dibujar un dígito</translation>
    </message>
    <message>
        <source>Take the last stroke back (Backspace)</source>
        <translation>Deshacer el último trazo (Retroceso)</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Clear the drawing (Delete)</source>
        <translation>Borrar el dibujo (Supr)</translation>
    </message>
    <message>
        <source>Photo…</source>
        <translation>Foto…</translation>
    </message>
    <message>
        <source>Read a digit from a photo or a scan; or drop one here</source>
        <translation>Leer un dígito de una foto o un escaneo; también se puede soltar aquí</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>Lo que ve la red</translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation>Preparación</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Recortar</translation>
    </message>
    <message>
        <source>Cut out the ink&apos;s bounding box.</source>
        <translation>Recortar el rectángulo que contiene la tinta.</translation>
    </message>
    <message>
        <source>Scale to 20 × 20</source>
        <translation>Escalar a 20 × 20</translation>
    </message>
    <message>
        <source>Fit the longer side to 20 pixels, as MNIST was made.</source>
        <translation>Ajustar el lado mayor a 20 píxeles, como se hizo MNIST.</translation>
    </message>
    <message>
        <source>Centre of mass</source>
        <translation>Centro de masa</translation>
    </message>
    <message>
        <source>Move the ink&apos;s centre of mass to the middle.</source>
        <translation>Llevar el centro de masa de la tinta al medio.</translation>
    </message>
    <message>
        <source>Plain resize</source>
        <translation>Solo redimensionar</translation>
    </message>
    <message>
        <source>Shrink the whole canvas to 28 × 28 and do nothing else, as the course does.</source>
        <translation>Reducir todo el lienzo a 28 × 28 y nada más, como hace el curso.</translation>
    </message>
    <message>
        <source>This network does not read 28 × 28 images of ten digits.</source>
        <translation>Esta red no lee imágenes de 28 × 28 de diez dígitos.</translation>
    </message>
    <message>
        <source>Not trained yet: press Train first.</source>
        <translation>Aún sin entrenar: pulsar antes «Entrenar».</translation>
    </message>
    <message>
        <source>Nothing to read yet.</source>
        <translation>Aún no hay nada que leer.</translation>
    </message>
    <message>
        <source>{share} · runner-up {second}</source>
        <translation>{share} · segundo: {second}</translation>
    </message>
    <message>
        <source>Read a digit from a photo</source>
        <translation>Leer un dígito de una foto</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.bmp *.gif *.tif *.tiff *.webp)</source>
        <translation>Imágenes (*.png *.jpg *.jpeg *.bmp *.gif *.tif *.tiff *.webp)</translation>
    </message>
</context>
<context>
    <name>DrawingCanvas</name>
    <message>
        <source>Drawing canvas</source>
        <translation>Lienzo de dibujo</translation>
    </message>
    <message>
        <source>Draw a digit. Backspace takes the last stroke back, Delete clears.</source>
        <translation>Dibujar un dígito. Retroceso deshace el último trazo, Supr borra todo.</translation>
    </message>
    <message>
        <source>Draw a digit here</source>
        <translation>Dibujar aquí un dígito</translation>
    </message>
</context>
<context>
    <name>ExampleCard</name>
    <message>
        <source>label {name}</source>
        <translation>etiqueta {name}</translation>
    </message>
    <message>
        <source>read as {name} with {probability}</source>
        <translation>leído como {name} con {probability}</translation>
    </message>
    <message>
        <source>read as {name}, output {value}</source>
        <translation>leído como {name}, salida {value}</translation>
    </message>
    <message>
        <source>a mistake</source>
        <translation>un error</translation>
    </message>
    <message>
        <source>target {value}</source>
        <translation>objetivo {value}</translation>
    </message>
    <message>
        <source>predicted {value}</source>
        <translation>predicho {value}</translation>
    </message>
</context>
<context>
    <name>FactsLabel</name>
    <message>
        <source>1 layer</source>
        <translation>1 capa</translation>
    </message>
    <message>
        <source>{n} layers</source>
        <translation>{n} capas</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>{count} parámetros</translation>
    </message>
    <message>
        <source>{optimizer} {rate} · batch {batch}</source>
        <translation>{optimizer} {rate} · lote {batch}</translation>
    </message>
</context>
<context>
    <name>FeaturesPanel</name>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Características</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Capa</translation>
    </message>
    <message>
        <source>The layer whose activations are shown</source>
        <translation>La capa cuyas activaciones se muestran</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Ejemplos</translation>
    </message>
    <message>
        <source>Validation examples</source>
        <translation>Ejemplos de validación</translation>
    </message>
    <message>
        <source>Training examples</source>
        <translation>Ejemplos de entrenamiento</translation>
    </message>
    <message>
        <source>The data could not be loaded.</source>
        <translation>No se pudieron cargar los datos.</translation>
    </message>
    <message>
        <source>The features appear as soon as the data is loaded.</source>
        <translation>Las características aparecen en cuanto se cargan los datos.</translation>
    </message>
    <message>
        <source>Add a layer to see what it makes of the data.</source>
        <translation>Añadir una capa para ver qué hace con los datos.</translation>
    </message>
    <message>
        <source>A network this large shows its features once it is trained.</source>
        <translation>Una red tan grande muestra sus características una vez entrenada.</translation>
    </message>
    <message>
        <source>{count} of {total}</source>
        <translation>{count} de {total}</translation>
    </message>
    <message>
        <source>all {total}</source>
        <translation>los {total}</translation>
    </message>
    <message>
        <source>Not trained yet: features of new random weights</source>
        <translation>Aún sin entrenar: pesos aleatorios nuevos</translation>
    </message>
    <message>
        <source>after epoch {epoch}</source>
        <translation>tras la época {epoch}</translation>
    </message>
    <message>
        <source>1 unit · height only spreads the points</source>
        <translation>1 unidad · la altura solo separa los puntos</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>1 unidad</translation>
    </message>
    <message>
        <source>2 values as they are</source>
        <translation>2 valores tal cual</translation>
    </message>
    <message>
        <source>2 values</source>
        <translation>2 valores</translation>
    </message>
    <message>
        <source>PCA · {first} % + {second} % of the variance</source>
        <translation>PCA · {first} % + {second} % de la varianza</translation>
    </message>
    <message>
        <source>PCA · {first} % + {second} %</source>
        <translation>PCA · {first} % + {second} %</translation>
    </message>
</context>
<context>
    <name>FitButton</name>
    <message>
        <source>Actual size</source>
        <translation>Tamaño real</translation>
    </message>
    <message>
        <source>Show the network at its actual size (Ctrl+0)</source>
        <translation>Mostrar la red a su tamaño real (Ctrl+0)</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Ver toda</translation>
    </message>
    <message>
        <source>Fit the whole network into view (Ctrl+0)</source>
        <translation>Ajustar toda la red a la vista (Ctrl+0)</translation>
    </message>
</context>
<context>
    <name>InsertMenu</name>
    <message>
        <source>Dense</source>
        <translation>Dense</translation>
    </message>
    <message>
        <source>A layer of neurons.</source>
        <translation>Una capa de neuronas.</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Silences a share of the units while training.</source>
        <translation>Silencia una parte de las unidades al entrenar.</translation>
    </message>
    <message>
        <source>BatchNormalization</source>
        <translation>BatchNormalization</translation>
    </message>
    <message>
        <source>Keeps each unit&apos;s values in a steady range.</source>
        <translation>Mantiene los valores de cada unidad en un rango estable.</translation>
    </message>
    <message>
        <source>LayerNormalization</source>
        <translation>LayerNormalization</translation>
    </message>
    <message>
        <source>Brings the values of each example into a steady range.</source>
        <translation>Lleva los valores de cada ejemplo a un rango estable.</translation>
    </message>
    <message>
        <source>GaussianNoise</source>
        <translation>GaussianNoise</translation>
    </message>
    <message>
        <source>Adds random noise to its inputs while training.</source>
        <translation>Añade ruido aleatorio a sus entradas al entrenar.</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Activación</translation>
    </message>
    <message>
        <source>An activation function as a layer of its own.</source>
        <translation>Una función de activación como capa propia.</translation>
    </message>
    <message>
        <source>LeakyReLU</source>
        <translation>LeakyReLU</translation>
    </message>
    <message>
        <source>A relu that lets a share of negative values through.</source>
        <translation>Una relu que deja pasar una parte de los valores negativos.</translation>
    </message>
    <message>
        <source>PReLU</source>
        <translation>PReLU</translation>
    </message>
    <message>
        <source>A relu whose slope for negative values is learned.</source>
        <translation>Una relu cuya pendiente para valores negativos se aprende.</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>Flatten</translation>
    </message>
    <message>
        <source>Turns an image into one row of numbers.</source>
        <translation>Convierte una imagen en una fila de números.</translation>
    </message>
    <message>
        <source>Two linear units</source>
        <translation>Dos unidades lineales</translation>
    </message>
    <message>
        <source>A bottleneck that the feature view shows as a plane.</source>
        <translation>Un cuello de botella que la vista de características muestra como un plano.</translation>
    </message>
    <message>
        <source>Output for this data</source>
        <translation>Salida para estos datos</translation>
    </message>
    <message>
        <source>A last layer whose units and activation suit the data.</source>
        <translation>Una última capa con unidades y activación adecuadas a los datos.</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Click a layer to edit it.</source>
        <translation>Clic en una capa para editarla.</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Sesgo</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Escala</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Desplazamiento</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Más…</translation>
    </message>
    <message>
        <source>{count} layers</source>
        <translation>{count} capas</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>What the layer is called.</source>
        <translation>Cómo se llama la capa.</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unidades</translation>
    </message>
    <message>
        <source>How many neurons it has.</source>
        <translation>Cuántas neuronas tiene.</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Activación</translation>
    </message>
    <message>
        <source>What a neuron makes of its weighted sum. relu is a good start.</source>
        <translation>Qué hace una neurona con su suma ponderada. relu es un buen comienzo.</translation>
    </message>
    <message>
        <source>Whether each neuron has an offset of its own.</source>
        <translation>Si cada neurona tiene un desplazamiento propio.</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>Penalty on the weights&apos; size: many become 0.</source>
        <translation>Penaliza el tamaño de los pesos: muchos pasan a 0.</translation>
    </message>
    <message>
        <source>L2</source>
        <translation>L2</translation>
    </message>
    <message>
        <source>Penalty on the weights&apos; squares: all stay small.</source>
        <translation>Penaliza los cuadrados de los pesos: todos quedan pequeños.</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tasa</translation>
    </message>
    <message>
        <source>Share of units silenced while training.</source>
        <translation>Proporción de unidades silenciadas al entrenar.</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>How slowly the running mean and variance follow the batches.</source>
        <translation>Con qué lentitud siguen a los lotes la media y la varianza móviles.</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>Épsilon</translation>
    </message>
    <message>
        <source>Added to the variance, so that nothing is divided by zero.</source>
        <translation>Se suma a la varianza para no dividir nunca por cero.</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Dispersión</translation>
    </message>
    <message>
        <source>Standard deviation of the noise that is added while training.</source>
        <translation>Desviación estándar del ruido que se añade al entrenar.</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>What negative values are multiplied by.</source>
        <translation>Por cuánto se multiplican los valores negativos.</translation>
    </message>
    <message>
        <source>Whether each unit is multiplied by a number it learns.</source>
        <translation>Si cada unidad se multiplica por un número que aprende.</translation>
    </message>
    <message>
        <source>Whether a number it learns is added to each unit.</source>
        <translation>Si a cada unidad se le suma un número que aprende.</translation>
    </message>
    <message>
        <source>Initializers, further penalties, constraints, freezing.</source>
        <translation>Inicializadores, otras penalizaciones, restricciones y congelación.</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>{count} parámetros</translation>
    </message>
</context>
<context>
    <name>LayerActions</name>
    <message>
        <source>There are no layers on the clipboard to paste.</source>
        <translation>No hay capas en el portapapeles que pegar.</translation>
    </message>
</context>
<context>
    <name>LayerMenu</name>
    <message>
        <source>Activation</source>
        <translation>Activación</translation>
    </message>
    <message>
        <source>Edit number</source>
        <translation>Editar número</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Cortar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicar</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>Mover a la izquierda</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>Mover a la derecha</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
</context>
<context>
    <name>LossFields</name>
    <message>
        <source>Loss</source>
        <translation>Pérdida</translation>
    </message>
    <message>
        <source>What training makes small; it must suit the last layer. Huber: for values, squared where errors are small, less drawn by single large ones.</source>
        <translation>Lo que el entrenamiento hace pequeño; debe convenir a la última capa. Huber: para valores, cuadrática donde los errores son pequeños, menos arrastrada por unos pocos grandes.</translation>
    </message>
    <message>
        <source>Delta</source>
        <translation>Delta</translation>
    </message>
    <message>
        <source>Errors larger than this count by their size, not squared.</source>
        <translation>Los errores mayores que este valor cuentan por su tamaño, no al cuadrado.</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Suavizado</translation>
    </message>
    <message>
        <source>Label smoothing: the share of each label that goes to all classes alike, against overconfidence.</source>
        <translation>Suavizado de etiquetas: la parte de cada etiqueta que se reparte por igual entre todas las clases, contra el exceso de confianza.</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Exactitud</translation>
    </message>
    <message>
        <source>Top-k accuracy</source>
        <translation>Exactitud entre las k primeras</translation>
    </message>
    <message>
        <source>Mean absolute error</source>
        <translation>Error absoluto medio</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>Error cuadrático medio</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Métrica</translation>
    </message>
    <message>
        <source>What is measured beside the loss after each epoch.</source>
        <translation>Lo que se mide junto a la pérdida tras cada época.</translation>
    </message>
    <message>
        <source>k</source>
        <translation>k</translation>
    </message>
    <message>
        <source>The right class counts when it is among the k likeliest.</source>
        <translation>La clase correcta cuenta cuando está entre las k más probables.</translation>
    </message>
    <message>
        <source>Label smoothing and the metric</source>
        <translation>El suavizado de etiquetas y la métrica</translation>
    </message>
    <message>
        <source>Set the loss</source>
        <translation>Cambiar la pérdida</translation>
    </message>
    <message>
        <source>Set the metric</source>
        <translation>Elegir la métrica</translation>
    </message>
    <message>
        <source>Set delta</source>
        <translation>Cambiar delta</translation>
    </message>
    <message>
        <source>Set the label smoothing</source>
        <translation>Cambiar el suavizado de etiquetas</translation>
    </message>
    <message>
        <source>Set k</source>
        <translation>Cambiar k</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Curves</source>
        <translation>Curvas</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Características</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Abrir…</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Abrir un proyecto</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>Guardar el proyecto</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Guardar &amp;como…</translation>
    </message>
    <message>
        <source>Save the project under another name</source>
        <translation>Guardar el proyecto con otro nombre</translation>
    </message>
    <message>
        <source>Export weights (.npy)…</source>
        <translation>Exportar pesos (.npy)…</translation>
    </message>
    <message>
        <source>Write every kernel and bias as a NumPy file</source>
        <translation>Escribir cada matriz de pesos y cada sesgo como archivo NumPy</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Leave MLP Studio</source>
        <translation>Salir de MLP Studio</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>Undo the last edit</source>
        <translation>Deshacer la última edición</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>Redo the edit that was undone</source>
        <translation>Rehacer la edición deshecha</translation>
    </message>
    <message>
        <source>▶  Train</source>
        <translation>▶  Entrenar</translation>
    </message>
    <message>
        <source>Train, pause or go on</source>
        <translation>Entrenar, pausar o continuar</translation>
    </message>
    <message>
        <source>■  Stop</source>
        <translation>■  Parar</translation>
    </message>
    <message>
        <source>End training; the weights stay</source>
        <translation>Terminar el entrenamiento; los pesos se conservan</translation>
    </message>
    <message>
        <source>▸  One epoch</source>
        <translation>▸  Una época</translation>
    </message>
    <message>
        <source>Train for one epoch</source>
        <translation>Entrenar una época</translation>
    </message>
    <message>
        <source>⟲  New weights</source>
        <translation>⟲  Pesos nuevos</translation>
    </message>
    <message>
        <source>Forget what was learnt: the next training begins with new weights</source>
        <translation>Olvidar lo aprendido: el próximo entrenamiento empieza con pesos nuevos</translation>
    </message>
    <message>
        <source>&amp;About MLP Studio</source>
        <translation>&amp;Acerca de MLP Studio</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Versión y licencia</translation>
    </message>
    <message>
        <source>&amp;New from template</source>
        <translation>&amp;Nuevo desde plantilla</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Abrir &amp;reciente</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edición</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>En&amp;trenamiento</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>&amp;Apariencia</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>{name}[*] · MLP Studio</source>
        <translation>{name}[*] · MLP Studio</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Sin guardar</translation>
    </message>
    <message>
        <source>Saved in {name}</source>
        <translation>Guardado en {name}</translation>
    </message>
    <message>
        <source>❚❚  Pause</source>
        <translation>❚❚  Pausar</translation>
    </message>
    <message>
        <source>▶  Resume</source>
        <translation>▶  Reanudar</translation>
    </message>
    <message>
        <source>▶  Continue</source>
        <translation>▶  Continuar</translation>
    </message>
    <message>
        <source>&amp;Undo {step}</source>
        <translation>&amp;Deshacer: {step}</translation>
    </message>
    <message>
        <source>&amp;Redo {step}</source>
        <translation>&amp;Rehacer: {step}</translation>
    </message>
    <message>
        <source>The language changes when MLP Studio is started again.</source>
        <translation>El idioma cambia al volver a iniciar MLP Studio.</translation>
    </message>
    <message>
        <source>About MLP Studio</source>
        <translation>Acerca de MLP Studio</translation>
    </message>
    <message>
        <source>MLP Studio {version}

Design, train and understand multilayer perceptrons.
MIT licence.</source>
        <translation>MLP Studio {version}

Diseñar, entrenar y comprender perceptrones multicapa.
Licencia MIT.</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
    <message>
        <source>Close this message (Esc)</source>
        <translation>Cerrar este mensaje (Esc)</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>The settings file was damaged; what could be read was kept.</source>
        <translation>El archivo de ajustes estaba dañado; se conservó lo que se pudo leer.</translation>
    </message>
    <message>
        <source>Something went wrong inside MLP Studio: {error}</source>
        <translation>Algo falló dentro de MLP Studio: {error}</translation>
    </message>
    <message>
        <source>Your project is unchanged. The details help to mend the program.</source>
        <translation>El proyecto no ha cambiado. Los detalles ayudan a corregir el programa.</translation>
    </message>
</context>
<context>
    <name>More</name>
    <message>
        <source>Less</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>More… ({n} set)</source>
        <translation>Más… ({n} en uso)</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Más…</translation>
    </message>
</context>
<context>
    <name>NetworkCanvas</name>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Arrow keys select a layer, plus and minus change its units, Enter edits, Delete removes, Alt and an arrow moves.</source>
        <translation>Las flechas seleccionan una capa, más y menos cambian sus unidades, Intro edita, Supr elimina, Alt y una flecha mueve.</translation>
    </message>
    <message>
        <source>{count} layers</source>
        <translation>{count} capas</translation>
    </message>
    <message>
        <source>{field} of {layer}</source>
        <translation>{field} de {layer}</translation>
    </message>
    <message>
        <source>No layers yet. Click “+ Dense” or drag it here.</source>
        <translation>Aún no hay capas. Hacer clic en «+ Dense» o arrastrarla aquí.</translation>
    </message>
</context>
<context>
    <name>NetworkEye</name>
    <message>
        <source>What the network sees</source>
        <translation>Lo que ve la red</translation>
    </message>
    <message>
        <source>row {row}, column {column}: {value}</source>
        <translation>fila {row}, columna {column}: {value}</translation>
    </message>
</context>
<context>
    <name>NetworkScene</name>
    <message>
        <source>The input: {shape} numbers for each example.</source>
        <translation>La entrada: {shape} números por cada ejemplo.</translation>
    </message>
    <message>
        <source>{layer} ({kind}): {before} → {after}, {count} parameters</source>
        <translation>{layer} ({kind}): {before} → {after}, {count} parámetros</translation>
    </message>
    <message>
        <source>input</source>
        <translation>entrada</translation>
    </message>
</context>
<context>
    <name>OptimizerFields</name>
    <message>
        <source>Optimizer</source>
        <translation>Optimizador</translation>
    </message>
    <message>
        <source>Adam: fast and adaptive, the default; AdamW: with weight decay. SGD: more control, stable with momentum. RMSprop: good with noisy data. Adadelta wants a rate of about 1, Lion a tenth of Adam&apos;s.</source>
        <translation>Adam: rápido y adaptativo, el habitual; AdamW: con decaimiento de pesos. SGD: más control, estable con momento. RMSprop: bueno con datos ruidosos. Adadelta pide una tasa de cerca de 1; Lion, una décima parte de la de Adam.</translation>
    </message>
    <message>
        <source>Nesterov momentum</source>
        <translation>Momento de Nesterov</translation>
    </message>
    <message>
        <source>Looks where the momentum leads before it corrects.</source>
        <translation>Mira adónde lleva el momento antes de corregir.</translation>
    </message>
    <message>
        <source>Centered</source>
        <translation>Centrado</translation>
    </message>
    <message>
        <source>Divides by the spread of the gradients instead of their size.</source>
        <translation>Divide por la dispersión de los gradientes en lugar de por su tamaño.</translation>
    </message>
    <message>
        <source>No clipping</source>
        <translation>Sin recorte</translation>
    </message>
    <message>
        <source>Clip by value</source>
        <translation>Recortar por valor</translation>
    </message>
    <message>
        <source>Clip by norm</source>
        <translation>Recortar por norma</translation>
    </message>
    <message>
        <source>Clip by global norm</source>
        <translation>Recortar por norma global</translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation>Recorte de gradientes</translation>
    </message>
    <message>
        <source>Keeps steps small where gradients are huge: each number of a gradient, each weight&apos;s gradient, or all together.</source>
        <translation>Mantiene cortos los pasos donde los gradientes son enormes: cada número de un gradiente, el gradiente de cada peso o todos juntos.</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Límite</translation>
    </message>
    <message>
        <source>What gradients are clipped to.</source>
        <translation>A qué se recortan los gradientes.</translation>
    </message>
    <message>
        <source>Further settings of the optimizer</source>
        <translation>Otros ajustes del optimizador</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tasa</translation>
    </message>
    <message>
        <source>Learning rate: how far each step goes. Can be changed while training.</source>
        <translation>Tasa de aprendizaje: cuánto avanza cada paso. Se puede cambiar durante el entrenamiento.</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>How much of the last step goes on in the next one.</source>
        <translation>Cuánto del último paso continúa en el siguiente.</translation>
    </message>
    <message>
        <source>Rho</source>
        <translation>Rho</translation>
    </message>
    <message>
        <source>How slowly the average of squared gradients forgets.</source>
        <translation>Con qué lentitud olvida la media de los gradientes al cuadrado.</translation>
    </message>
    <message>
        <source>Beta 1</source>
        <translation>Beta 1</translation>
    </message>
    <message>
        <source>How slowly the average of gradients forgets: its momentum.</source>
        <translation>Con qué lentitud olvida la media de los gradientes: su momento.</translation>
    </message>
    <message>
        <source>Beta 2</source>
        <translation>Beta 2</translation>
    </message>
    <message>
        <source>How slowly the optimizer&apos;s second average forgets.</source>
        <translation>Con qué lentitud olvida la segunda media del optimizador.</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Decaimiento</translation>
    </message>
    <message>
        <source>Each step shrinks every weight by this share of the learning rate.</source>
        <translation>Decaimiento de pesos: cada paso reduce todos los pesos en esta parte de la tasa de aprendizaje.</translation>
    </message>
    <message>
        <source>Set the learning rate</source>
        <translation>Cambiar la tasa de aprendizaje</translation>
    </message>
    <message>
        <source>Set the momentum</source>
        <translation>Cambiar el momentum</translation>
    </message>
    <message>
        <source>Set rho</source>
        <translation>Cambiar rho</translation>
    </message>
    <message>
        <source>Set beta 1</source>
        <translation>Cambiar beta 1</translation>
    </message>
    <message>
        <source>Set beta 2</source>
        <translation>Cambiar beta 2</translation>
    </message>
    <message>
        <source>Set the weight decay</source>
        <translation>Cambiar el decaimiento de pesos</translation>
    </message>
    <message>
        <source>Set the optimizer</source>
        <translation>Cambiar el optimizador</translation>
    </message>
    <message>
        <source>Set the clipping</source>
        <translation>Elegir el recorte</translation>
    </message>
    <message>
        <source>Set the clipping limit</source>
        <translation>Cambiar el límite del recorte</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>+ Dense</source>
        <translation>+ Dense</translation>
    </message>
    <message>
        <source>Add a layer of neurons after the selected one, or drag it into place.</source>
        <translation>Añadir una capa de neuronas tras la seleccionada, o arrastrarla a su sitio.</translation>
    </message>
    <message>
        <source>+ Dropout</source>
        <translation>+ Dropout</translation>
    </message>
    <message>
        <source>Add Dropout: silences a share of the units while training.</source>
        <translation>Añadir Dropout: silencia una parte de las unidades al entrenar.</translation>
    </message>
    <message>
        <source>+ BatchNorm</source>
        <translation>+ BatchNorm</translation>
    </message>
    <message>
        <source>Add batch normalization: keeps each unit&apos;s values in a steady range.</source>
        <translation>Añadir normalización por lotes: mantiene los valores de cada unidad en un rango estable.</translation>
    </message>
    <message>
        <source>+ More…</source>
        <translation>+ Más…</translation>
    </message>
    <message>
        <source>All kinds of layers.</source>
        <translation>Todos los tipos de capas.</translation>
    </message>
</context>
<context>
    <name>PlaneMap</name>
    <message>
        <source>What the network says in the plane</source>
        <translation>Lo que dice la red en el plano</translation>
    </message>
</context>
<context>
    <name>PlanePanel</name>
    <message>
        <source>Move the mouse over the plane, or press the arrow keys.</source>
        <translation>Mover el ratón sobre el plano o usar las flechas.</translation>
    </message>
    <message>
        <source>The data could not be loaded.</source>
        <translation>No se pudieron cargar los datos.</translation>
    </message>
    <message>
        <source>The plane appears as soon as the data is loaded.</source>
        <translation>El plano aparece en cuanto se cargan los datos.</translation>
    </message>
    <message>
        <source>This data does not lie in the plane.</source>
        <translation>Estos datos no están en el plano.</translation>
    </message>
    <message>
        <source>Not trained yet: this is what new random weights say.</source>
        <translation>Aún sin entrenar: esto dicen unos pesos aleatorios nuevos.</translation>
    </message>
    <message>
        <source>live · epoch {epoch}</source>
        <translation>en vivo · época {epoch}</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>época {epoch}</translation>
    </message>
    <message>
        <source>Decision regions</source>
        <translation>Regiones de decisión</translation>
    </message>
    <message>
        <source>Predicted values</source>
        <translation>Valores predichos</translation>
    </message>
    <message>
        <source>({x}, {y}) → class {name} with {value}</source>
        <translation>({x}, {y}) → clase {name} con {value}</translation>
    </message>
    <message>
        <source>({x}, {y}) → class {name}, output {value}</source>
        <translation>({x}, {y}) → clase {name}, salida {value}</translation>
    </message>
    <message>
        <source>f({x}, {y}) ≈ {value}</source>
        <translation>f({x}, {y}) ≈ {value}</translation>
    </message>
    <message>
        <source>f({x}, {y}) ≈ {value}, true {true}</source>
        <translation>f({x}, {y}) ≈ {value}, real {true}</translation>
    </message>
</context>
<context>
    <name>ProbabilityBars</name>
    <message>
        <source>Probabilities</source>
        <translation>Probabilidades</translation>
    </message>
</context>
<context>
    <name>ProjectActions</name>
    <message>
        <source>Open a project</source>
        <translation>Abrir un proyecto</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>Guardar el proyecto</translation>
    </message>
    <message>
        <source>{name} is already there. Replace it?</source>
        <translation>{name} ya existe. ¿Reemplazarlo?</translation>
    </message>
    <message>
        <source>Export the weights into a folder</source>
        <translation>Exportar los pesos a una carpeta</translation>
    </message>
    <message>
        <source>No projects yet</source>
        <translation>Aún no hay proyectos</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Cambios sin guardar</translation>
    </message>
    <message>
        <source>Save the changes to “{name}” first?</source>
        <translation>¿Guardar antes los cambios de «{name}»?</translation>
    </message>
    <message>
        <source>MLP Studio projects (*{suffix})</source>
        <translation>Proyectos de MLP Studio (*{suffix})</translation>
    </message>
    <message>
        <source>Saved in {path}</source>
        <translation>Guardado en {path}</translation>
    </message>
    <message>
        <source>{count} arrays and their manifest are in {folder}</source>
        <translation>{count} arreglos y su manifiesto están en {folder}</translation>
    </message>
</context>
<context>
    <name>ResultLine</name>
    <message>
        <source>Validation: {metrics}</source>
        <translation>Validación: {metrics}</translation>
    </message>
    <message>
        <source>Test set: {metrics}</source>
        <translation>Conjunto de prueba: {metrics}</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>exactitud</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>ROC-AUC</source>
        <translation>ROC-AUC</translation>
    </message>
    <message>
        <source>mean absolute error</source>
        <translation>error absoluto medio</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
</context>
<context>
    <name>ScheduleFields</name>
    <message>
        <source>Constant rate</source>
        <translation>Tasa constante</translation>
    </message>
    <message>
        <source>Step decay</source>
        <translation>Caída escalonada</translation>
    </message>
    <message>
        <source>Exponential decay</source>
        <translation>Caída exponencial</translation>
    </message>
    <message>
        <source>Cosine with warm-up</source>
        <translation>Coseno con calentamiento</translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation>Un ciclo</translation>
    </message>
    <message>
        <source>Learning rate schedule</source>
        <translation>Plan de la tasa de aprendizaje</translation>
    </message>
    <message>
        <source>How the rate goes over the epochs; the rate above is the highest. Cosine: rises briefly, then falls smoothly to the end. One cycle: rises slowly, then falls far; allows a high rate.</source>
        <translation>Cómo va la tasa a lo largo de las épocas; la de arriba es la más alta. Coseno: sube brevemente y luego baja con suavidad hasta el final. Un ciclo: sube despacio y luego baja mucho; permite una tasa alta.</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Factor</translation>
    </message>
    <message>
        <source>What the rate is multiplied by at each drop.</source>
        <translation>Por cuánto se multiplica la tasa en cada caída.</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Cada</translation>
    </message>
    <message>
        <source>Epochs between two drops.</source>
        <translation>Épocas entre dos caídas.</translation>
    </message>
    <message>
        <source>Decay</source>
        <translation>Caída</translation>
    </message>
    <message>
        <source>What the rate is multiplied by in each epoch.</source>
        <translation>Por cuánto se multiplica la tasa en cada época.</translation>
    </message>
    <message>
        <source>Warm-up %</source>
        <translation>Calentar %</translation>
    </message>
    <message>
        <source>Share of the length in which the rate rises from 0, in percent.</source>
        <translation>Parte de la duración en la que la tasa sube desde 0, en tanto por ciento.</translation>
    </message>
    <message>
        <source>Rise %</source>
        <translation>Subida %</translation>
    </message>
    <message>
        <source>Share of the length in which the rate rises, in percent.</source>
        <translation>Parte de la duración en la que la tasa sube, en tanto por ciento.</translation>
    </message>
    <message>
        <source>First %</source>
        <translation>Primera %</translation>
    </message>
    <message>
        <source>The first rate, in percent of the highest.</source>
        <translation>La primera tasa, en tanto por ciento de la más alta.</translation>
    </message>
    <message>
        <source>Last %</source>
        <translation>Última %</translation>
    </message>
    <message>
        <source>The last rate, in percent of the highest.</source>
        <translation>La última tasa, en tanto por ciento de la más alta.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Epochs until the last rate is reached, then it begins anew; auto: the epochs of the run.</source>
        <translation>Épocas hasta llegar a la última tasa; después vuelve a empezar; auto: las épocas del entrenamiento.</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>Set the schedule</source>
        <translation>Elegir el plan de la tasa</translation>
    </message>
    <message>
        <source>Change the schedule</source>
        <translation>Cambiar el plan de la tasa</translation>
    </message>
</context>
<context>
    <name>SourceFields</name>
    <message>
        <source>Samples</source>
        <translation>Muestras</translation>
    </message>
    <message>
        <source>Points drawn from the square.</source>
        <translation>Puntos tomados al azar del cuadrado.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>How many digits are made.</source>
        <translation>Cuántos dígitos se crean.</translation>
    </message>
    <message>
        <source>60,000 images to train, 10,000 to test.</source>
        <translation>60&#x202f;000 imágenes para entrenar, 10&#x202f;000 para probar.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>The same seed gives the same examples.</source>
        <translation>La misma semilla da los mismos ejemplos.</translation>
    </message>
    <message>
        <source>Arms</source>
        <translation>Brazos</translation>
    </message>
    <message>
        <source>Number of spiral arms.</source>
        <translation>Número de brazos de la espiral.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Clases</translation>
    </message>
    <message>
        <source>Arm k belongs to class k modulo this number.</source>
        <translation>El brazo k pertenece a la clase k módulo este número.</translation>
    </message>
    <message>
        <source>Points per arm</source>
        <translation>Puntos/brazo</translation>
    </message>
    <message>
        <source>Examples on each arm.</source>
        <translation>Ejemplos en cada brazo.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Ruido</translation>
    </message>
    <message>
        <source>Largest random turn of a point, in radians.</source>
        <translation>Mayor giro aleatorio de un punto, en radianes.</translation>
    </message>
    <message>
        <source>Screw</source>
        <translation>Giro</translation>
    </message>
    <message>
        <source>Turn from point to point, in radians.</source>
        <translation>Giro de un punto al siguiente, en radianes.</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>Radio</translation>
    </message>
    <message>
        <source>Length of an arm.</source>
        <translation>Longitud de un brazo.</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Hueco</translation>
    </message>
    <message>
        <source>Distance of the arms from the centre.</source>
        <translation>Distancia de los brazos al centro.</translation>
    </message>
    <message>
        <source>Built-in digits</source>
        <translation>Dígitos incluidos</translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
    <message>
        <source>Spirals</source>
        <translation>Espirales</translation>
    </message>
    <message>
        <source>Function: egg crate</source>
        <translation>Función: huevera</translation>
    </message>
    <message>
        <source>Function: radial Gaussian</source>
        <translation>Función: gaussiana radial</translation>
    </message>
</context>
<context>
    <name>SplitBar</name>
    <message>
        <source>{train} for training, {validation} for validation, {test} for the test</source>
        <translation>{train} para entrenamiento, {validation} para validación, {test} para prueba</translation>
    </message>
    <message>
        <source>{count} train</source>
        <translation>{count} entr.</translation>
    </message>
    <message>
        <source>{count} val</source>
        <translation>{count} val</translation>
    </message>
    <message>
        <source>{count} test</source>
        <translation>{count} prueba</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Begin with another template</source>
        <translation>Empezar con otra plantilla</translation>
    </message>
    <message>
        <source>Where training runs. Click for an explanation.</source>
        <translation>Dónde se ejecuta el entrenamiento. Clic para más detalles.</translation>
    </message>
    <message>
        <source>CPU · {cores} cores</source>
        <translation>CPU · {cores} núcleos</translation>
    </message>
    <message>
        <source>Preparing the training loop…</source>
        <translation>Preparando el entrenamiento…</translation>
    </message>
    <message>
        <source>Epoch {epoch} of {last}</source>
        <translation>Época {epoch} de {last}</translation>
    </message>
    <message>
        <source>Paused in epoch {epoch} of {last}</source>
        <translation>En pausa en la época {epoch} de {last}</translation>
    </message>
    <message>
        <source>Stopping in epoch {epoch} of {last}</source>
        <translation>Parando en la época {epoch} de {last}</translation>
    </message>
    <message>
        <source>Epoch {epoch} of {last} · {left} left</source>
        <translation>Época {epoch} de {last} · quedan {left}</translation>
    </message>
    <message>
        <source>Trained · {epochs} more epochs on Continue</source>
        <translation>Entrenada · {epochs} épocas más al continuar</translation>
    </message>
    <message>
        <source>Ready · {epochs} epochs</source>
        <translation>Lista · {epochs} épocas</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
</context>
<context>
    <name>TrainingFields</name>
    <message>
        <source>Batch size</source>
        <translation>Lote</translation>
    </message>
    <message>
        <source>Examples a step learns from.</source>
        <translation>Ejemplos de los que aprende cada paso.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Épocas</translation>
    </message>
    <message>
        <source>How often all examples are gone through.</source>
        <translation>Cuántas veces se recorren todos los ejemplos.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>Governs new weights, the order of examples and dropout: same seed, same run.</source>
        <translation>Determina los pesos nuevos, el orden de los ejemplos y Dropout: misma semilla, mismo entrenamiento.</translation>
    </message>
    <message>
        <source>Ends when the validation loss no longer falls and restores the best weights.</source>
        <translation>Termina cuando la pérdida de validación deja de bajar y restaura los mejores pesos.</translation>
    </message>
    <message>
        <source>Multiplies the learning rate when the validation loss no longer falls.</source>
        <translation>Reduce la tasa de aprendizaje cuando la pérdida de validación deja de bajar.</translation>
    </message>
    <message>
        <source>Stop early (patience {n})</source>
        <translation>Parada temprana (paciencia {n})</translation>
    </message>
    <message>
        <source>Reduce rate on plateau (patience {n})</source>
        <translation>Bajar tasa en meseta (pac. {n})</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entrenamiento</translation>
    </message>
    <message>
        <source>Set the batch size</source>
        <translation>Cambiar el tamaño de lote</translation>
    </message>
    <message>
        <source>Set the epochs</source>
        <translation>Cambiar las épocas</translation>
    </message>
    <message>
        <source>Set the training seed</source>
        <translation>Cambiar la semilla de entrenamiento</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>Parada temprana</translation>
    </message>
    <message>
        <source>Reduce the rate on a plateau</source>
        <translation>Bajar la tasa en una meseta</translation>
    </message>
</context>
<context>
    <name>_ClassButton</name>
    <message>
        <source>Show or hide class {name}</source>
        <translation>Mostrar u ocultar la clase {name}</translation>
    </message>
    <message>
        <source>Class {name}</source>
        <translation>Clase {name}</translation>
    </message>
</context>
<context>
    <name>_ValueScale</name>
    <message>
        <source>Colours from {low} to {high}</source>
        <translation>Colores de {low} a {high}</translation>
    </message>
</context>
</TS>
