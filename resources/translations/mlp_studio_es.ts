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
        <source>UMAP needs the package umap-learn, which is not installed.</source>
        <translation>UMAP necesita el paquete umap-learn, que no está instalado.</translation>
    </message>
    <message>
        <source>Install it with pip install umap-learn, or choose t-SNE.</source>
        <translation>Instalarlo con pip install umap-learn, o elegir t-SNE.</translation>
    </message>
    <message>
        <source>A layout of neighbours needs {fewest} examples or more; there are {count}.</source>
        <translation>Una disposición por vecinos necesita al menos {fewest} ejemplos; hay {count}.</translation>
    </message>
    <message>
        <source>Show more examples, or choose another view.</source>
        <translation>Mostrar más ejemplos, o elegir otra vista.</translation>
    </message>
    <message>
        <source>Neighbours are looked for…</source>
        <translation>Buscando vecinos…</translation>
    </message>
    <message>
        <source>Points are moved to their neighbours…</source>
        <translation>Acercando los puntos a sus vecinos…</translation>
    </message>
    <message>
        <source>The process that lays out the points has ended unexpectedly.</source>
        <translation>El proceso que dispone los puntos ha terminado de forma inesperada.</translation>
    </message>
    <message>
        <source>Try fewer examples, or another view.</source>
        <translation>Probar con menos ejemplos, o con otra vista.</translation>
    </message>
    <message>
        <source>All examples have the same activations, so they lie on one point.</source>
        <translation>Todos los ejemplos tienen las mismas activaciones y caen en un solo punto.</translation>
    </message>
    <message>
        <source>There are too few examples for {asked} neighbours: {count} are used.</source>
        <translation>Hay muy pocos ejemplos para {asked} vecinos: se usan {count}.</translation>
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
        <source>Choose mnist, a template ({names}), or a file: .npz, IDX, or a table like the one the model was trained on.</source>
        <translation>Elegir mnist, una plantilla ({names}) o un archivo: .npz, IDX o una tabla como la que se usó para entrenar el modelo.</translation>
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
        <source>A worker met an error of the program; see above.</source>
        <translation>Un proceso encontró un error del programa; véase arriba.</translation>
    </message>
    <message>
        <source>The sweep can&apos;t be set up so: {reason}.</source>
        <translation>El barrido no se puede configurar así: {reason}.</translation>
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
        <source>Fit the network to the data</source>
        <translation>Ajustar la red a los datos</translation>
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
        <source>There are {given} class weights; the data has {outputs} classes.</source>
        <translation>Hay {given} pesos de clase; los datos tienen {outputs} clases.</translation>
    </message>
    <message>
        <source>Give each class one weight, or choose balanced class weights.</source>
        <translation>Dar un peso a cada clase o elegir pesos de clase equilibrados.</translation>
    </message>
    <message>
        <source>Use balanced class weights</source>
        <translation>Usar pesos de clase equilibrados</translation>
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
        <source>MNIST · for drawing</source>
        <translation>MNIST · para dibujar</translation>
    </message>
    <message>
        <source>MNIST, rewritten copies and the built-in digits together: reads most hands.</source>
        <translation>MNIST, copias reescritas y los dígitos incluidos juntos: lee casi cualquier letra.</translation>
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
        <source>Some numbers of the data are not finite, or far too large.</source>
        <translation>Algunos números de los datos no son finitos o son demasiado grandes.</translation>
    </message>
    <message>
        <source>Look for inf, NaN and numbers beyond 1e38 in it.</source>
        <translation>Buscar en ellos inf, NaN y números mayores que 1e38.</translation>
    </message>
    <message>
        <source>Finding the scaling</source>
        <translation>Calculando el escalado</translation>
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
        <source>it has no sub-folders with pictures</source>
        <translation>no tiene subcarpetas con imágenes</translation>
    </message>
    <message>
        <source>Put the pictures of each class into a folder of its own.</source>
        <translation>Poner las imágenes de cada clase en una carpeta propia.</translation>
    </message>
    <message>
        <source>there are no pictures in it</source>
        <translation>no contiene imágenes</translation>
    </message>
    <message>
        <source>Put pictures there (PNG, JPEG, BMP, GIF or WebP), or remove the folder.</source>
        <translation>Poner ahí imágenes (PNG, JPEG, BMP, GIF o WebP), o quitar la carpeta.</translation>
    </message>
    <message>
        <source>it has one class only, “{name}”</source>
        <translation>tiene una sola clase, «{name}»</translation>
    </message>
    <message>
        <source>it has more than {limit} classes</source>
        <translation>tiene más de {limit} clases</translation>
    </message>
    <message>
        <source>There is no folder {file}.</source>
        <translation>No existe la carpeta {file}.</translation>
    </message>
    <message>
        <source>It may have been moved or renamed: choose it where it is now.</source>
        <translation>Puede haberse movido o cambiado de nombre: elegirlo donde esté ahora.</translation>
    </message>
    <message>
        <source>it can&apos;t be read ({detail})</source>
        <translation>no se puede leer ({detail})</translation>
    </message>
    <message>
        <source>its inputs are no pictures: {dtype} of shape {shape} each</source>
        <translation>sus entradas no son imágenes: {dtype} de forma {shape} cada una</translation>
    </message>
    <message>
        <source>Pictures are rows × columns, or rows × columns × 3; or import it as arrays.</source>
        <translation>Las imágenes son filas × columnas, o filas × columnas × 3; o importarlo como matrices.</translation>
    </message>
    <message>
        <source>Reading pictures: {done} of {total}</source>
        <translation>Leyendo imágenes: {done} de {total}</translation>
    </message>
    <message>
        <source>the class “{name}” is gone</source>
        <translation>la clase «{name}» ya no está</translation>
    </message>
    <message>
        <source>the class “{name}” was not there before</source>
        <translation>la clase «{name}» antes no estaba</translation>
    </message>
    <message>
        <source>its classes have another order</source>
        <translation>sus clases tienen otro orden</translation>
    </message>
    <message>
        <source>The pictures have changed: import them again.</source>
        <translation>Las imágenes han cambiado: importarlas de nuevo.</translation>
    </message>
    <message>
        <source>{count} pictures of {width} × {height} take {given} GB</source>
        <translation>{count} imágenes de {width} × {height} ocupan {given} GB</translation>
    </message>
    <message>
        <source>Choose a smaller size.</source>
        <translation>Elegir un tamaño menor.</translation>
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
        <source>it is no whole IDX file</source>
        <translation>no es un archivo IDX completo</translation>
    </message>
    <message>
        <source>it is no IDX file of bytes</source>
        <translation>no es un archivo IDX de bytes</translation>
    </message>
    <message>
        <source>it has {given} axes, and should have {wanted}</source>
        <translation>tiene {given} ejes, y debería tener {wanted}</translation>
    </message>
    <message>
        <source>Pictures have three axes, labels one: perhaps they were exchanged.</source>
        <translation>Las imágenes tienen tres ejes y las etiquetas uno: quizá se intercambiaron.</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>termina antes de tiempo</translation>
    </message>
    <message>
        <source>it says to have the shape {shape}</source>
        <translation>dice tener la forma {shape}</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>Leyendo {file}</translation>
    </message>
    <message>
        <source>it ends after {given} of {wanted} bytes</source>
        <translation>termina después de {given} de {wanted} bytes</translation>
    </message>
    <message>
        <source>it goes on after its {wanted} bytes</source>
        <translation>continúa después de sus {wanted} bytes</translation>
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
        <source>{n} examples are too few for {validation} % validation and {test} % test.</source>
        <translation>{n} ejemplos son muy pocos para {validation} % de validación y {test} % de prueba.</translation>
    </message>
    <message>
        <source>Choose larger shares, or bring more examples.</source>
        <translation>Elegir porcentajes mayores, o añadir ejemplos.</translation>
    </message>
    <message>
        <source>Replace it with a whole copy, or choose another file.</source>
        <translation>Sustituirlo por una copia completa, o elegir otro archivo.</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es una carpeta</translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation>Elegir un archivo.</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>No existe el archivo {file}.</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>está vacío</translation>
    </message>
    <message>
        <source>Choose a file with data in it.</source>
        <translation>Elegir un archivo que contenga datos.</translation>
    </message>
    <message>
        <source>there is not enough memory for it</source>
        <translation>no hay memoria suficiente</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller file.</source>
        <translation>Cerrar otros programas, o elegir un archivo más pequeño.</translation>
    </message>
    <message>
        <source>{what} ({detail})</source>
        <translation>{what} ({detail})</translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation>Comprobar su nombre.</translation>
    </message>
    <message>
        <source>{file} is a PDF document, not a picture.</source>
        <translation>{file} es un documento PDF, no una imagen.</translation>
    </message>
    <message>
        <source>Save its page as a PNG or JPEG file, or take a picture of the screen.</source>
        <translation>Conviene guardar la página como archivo PNG o JPEG, o hacer una captura de pantalla.</translation>
    </message>
    <message>
        <source>The picture {file} has too many pixels.</source>
        <translation>La imagen {file} tiene demasiados píxeles.</translation>
    </message>
    <message>
        <source>it is no whole picture</source>
        <translation>no es una imagen completa</translation>
    </message>
    <message>
        <source>it is no picture (PNG, JPEG, BMP, GIF or WebP)</source>
        <translation>no es una imagen (PNG, JPEG, BMP, GIF o WebP)</translation>
    </message>
    <message>
        <source>Take it out of the folder, or replace it.</source>
        <translation>Sacarlo de la carpeta, o sustituirlo.</translation>
    </message>
    <message>
        <source>it has too many pixels, more than {limit} million</source>
        <translation>tiene demasiados píxeles, más de {limit} millones</translation>
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
        <source>item {number} should have a width for each stroke and a pressure for each point</source>
        <translation>el elemento {number} debería tener un grosor por trazo y una presión por punto</translation>
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
        <source>GPU · {name}</source>
        <translation>GPU · {name}</translation>
    </message>
    <message>
        <source>A GPU was asked for, but there is none to use.</source>
        <translation>Se pidió una GPU, pero no hay ninguna disponible.</translation>
    </message>
    <message>
        <source>The GPU {name} is not there; these are: {devices}.</source>
        <translation>La GPU {name} no está; hay estas: {devices}.</translation>
    </message>
    <message>
        <source>Choose another device.</source>
        <translation>Elegir otro dispositivo.</translation>
    </message>
    <message>
        <source>Stopped after {epochs} epochs; the weights stay as they are.</source>
        <translation>Detenido tras {epochs} épocas; los pesos quedan como están.</translation>
    </message>
    <message>
        <source>Stopped before the first step; the weights stay as they are.</source>
        <translation>Detenido antes del primer paso; los pesos quedan como están.</translation>
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
        <source>The memory did not suffice for {parameters} parameters and a batch size of {batch}. Use a smaller batch, fewer units or fewer examples, or train on another device.</source>
        <translation>La memoria no bastó para {parameters} parámetros y un lote de {batch}. Usar un lote menor, menos unidades o menos ejemplos, o entrenar en otro dispositivo.</translation>
    </message>
    <message>
        <source>{what} The weights of epoch {epoch} are kept.</source>
        <translation>{what} Se conservan los pesos de la época {epoch}.</translation>
    </message>
    <message>
        <source>TensorFlow could not go on: {reason} Train again, or on the CPU.</source>
        <translation>TensorFlow no pudo continuar: {reason} Entrenar de nuevo, o en la CPU.</translation>
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
        <source>in “project.json”, “dismissed_hints” is not a list of pairs of words</source>
        <translation>en «project.json», «dismissed_hints» no es una lista de pares de palabras</translation>
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
        <source>“{member}” has no list of runs</source>
        <translation>«{member}» no tiene una lista de ejecuciones</translation>
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
        <source>Training can run on: {devices}. Measured for this network: {times}.</source>
        <translation>Se puede entrenar en: {devices}. Medido con esta red: {times}.</translation>
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
        <source>it has too many layers</source>
        <translation>tiene demasiadas capas</translation>
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
        <source>it is damaged ({reason})</source>
        <translation>está dañado ({reason})</translation>
    </message>
    <message>
        <source>it holds a {kind}, not a stack of layers</source>
        <translation>contiene {kind}, no una secuencia de capas</translation>
    </message>
    <message>
        <source>its description is far too big</source>
        <translation>su descripción es demasiado grande</translation>
    </message>
    <message>
        <source>it is neither a .keras nor an .h5 file, nor JSON</source>
        <translation>no es un archivo .keras ni .h5, ni JSON</translation>
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
        <source>Choose a model saved by Keras: .keras, .h5 or the JSON of model.to_json().</source>
        <translation>Elegir un modelo guardado por Keras: .keras, .h5 o el JSON de model.to_json().</translation>
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
    <message>
        <source>the loss is no longer a finite number now</source>
        <translation>ahora la pérdida ya no es un número finito</translation>
    </message>
    <message>
        <source>the run went on to it then, and not now</source>
        <translation>entonces el entrenamiento llegó hasta ella y ahora no</translation>
    </message>
    <message>
        <source>the run had ended before it then, and goes on now</source>
        <translation>entonces el entrenamiento terminó antes y ahora continúa</translation>
    </message>
    <message>
        <source>its weights are others, though every log is the same</source>
        <translation>sus pesos son otros, aunque todos los registros son iguales</translation>
    </message>
    <message>
        <source>{log} {then} then, {now} now, though its weights are the same</source>
        <translation>{log} {then} entonces, {now} ahora, aunque sus pesos son los mismos</translation>
    </message>
    <message>
        <source>{log} {then} then, {now} now</source>
        <translation>{log} {then} entonces, {now} ahora</translation>
    </message>
    <message>
        <source>the model was not trained on a table, so its columns are not known</source>
        <translation>el modelo no se entrenó con una tabla, así que no se conocen sus columnas</translation>
    </message>
    <message>
        <source>Give an .npz file with the arrays x and y, or IDX files of pictures.</source>
        <translation>Indicar un archivo .npz con las matrices x e y, o archivos IDX de imágenes.</translation>
    </message>
    <message>
        <source>{count} rows with missing values were left out.</source>
        <translation>Se omitieron {count} filas con valores ausentes.</translation>
    </message>
    <message>
        <source>Beside {file} there is no file {other}.</source>
        <translation>Junto a {file} no hay ningún archivo {other}.</translation>
    </message>
    <message>
        <source>Pictures and labels belong together: put both into one folder.</source>
        <translation>Las imágenes y sus etiquetas van juntas: poner ambas en una misma carpeta.</translation>
    </message>
    <message>
        <source>it has the label “{label}”, which the model does not know</source>
        <translation>tiene la etiqueta «{label}», que el modelo no conoce</translation>
    </message>
    <message>
        <source>The model&apos;s classes are {names}.</source>
        <translation>Las clases del modelo son {names}.</translation>
    </message>
    <message>
        <source>the new weights of the seed are others now</source>
        <translation>los pesos nuevos de la semilla son ahora otros</translation>
    </message>
    <message>
        <source>Every epoch is the same, but the weights in {folder} are not those the run ends with.</source>
        <translation>Todas las épocas son iguales, pero los pesos de {folder} no son aquellos con que termina el entrenamiento.</translation>
    </message>
    <message>
        <source>They may have been edited: restore the folder from a copy.</source>
        <translation>Puede que se hayan modificado: restaurar la carpeta desde una copia.</translation>
    </message>
    <message>
        <source>The run starts otherwise: {how}.</source>
        <translation>El entrenamiento empieza de otro modo: {how}.</translation>
    </message>
    <message>
        <source>Epoch {epoch} is the first that differs: {how}.</source>
        <translation>La época {epoch} es la primera que difiere: {how}.</translation>
    </message>
    <message>
        <source>the data is not the same</source>
        <translation>los datos no son los mismos</translation>
    </message>
    <message>
        <source>This may explain it: {reasons}.</source>
        <translation>Puede explicarlo: {reasons}.</translation>
    </message>
    <message>
        <source>Versions, device and data are the same; a GPU may add up in another order.</source>
        <translation>Versiones, dispositivo y datos son los mismos; una GPU puede sumar en otro orden.</translation>
    </message>
    <message>
        <source>Versions, device and data are the same: the run folder or the program must have been changed.</source>
        <translation>Versiones, dispositivo y datos son los mismos: la carpeta de entrenamiento o el programa deben de haber cambiado.</translation>
    </message>
    <message>
        <source>float16 takes an NVIDIA GPU of compute capability 7.0 or higher; elsewhere it is no faster.</source>
        <translation>float16 requiere una GPU NVIDIA de capacidad de cómputo 7.0 o superior; en otros equipos no es más rápido.</translation>
    </message>
    <message>
        <source>bfloat16 takes an NVIDIA GPU of compute capability 8.0 or higher, or a processor with AVX-512 BF16 or AMX; elsewhere it is no faster.</source>
        <translation>bfloat16 requiere una GPU NVIDIA de capacidad de cómputo 8.0 o superior, o un procesador con AVX-512 BF16 o AMX; en otros equipos no es más rápido.</translation>
    </message>
    <message>
        <source>{device}: {time} ms a step</source>
        <translation>{device}: {time} ms por paso</translation>
    </message>
    <message>
        <source>{device} could not be used ({reason})</source>
        <translation>{device} no se pudo usar ({reason})</translation>
    </message>
    <message>
        <source>{first}, {second}</source>
        <translation>{first}, {second}</translation>
    </message>
    <message>
        <source>The formula has {count} characters; at most {limit} are allowed.</source>
        <translation>La fórmula tiene {count} caracteres; se permiten {limit} como máximo.</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>Acortarla.</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be the name of an input.</source>
        <translation>«{name}» no puede ser el nombre de una entrada.</translation>
    </message>
    <message>
        <source>Use letters, digits and _, a letter first, at most {n}.</source>
        <translation>Usar letras, cifras y _, primero una letra, {n} como máximo.</translation>
    </message>
    <message>
        <source>“{name}” has a meaning of its own in formulas.</source>
        <translation>«{name}» tiene un significado propio en las fórmulas.</translation>
    </message>
    <message>
        <source>Choose another name for the input.</source>
        <translation>Elegir otro nombre para la entrada.</translation>
    </message>
    <message>
        <source>Two inputs are called “{name}”.</source>
        <translation>Dos entradas se llaman «{name}».</translation>
    </message>
    <message>
        <source>Give each a name of its own.</source>
        <translation>Dar a cada una un nombre propio.</translation>
    </message>
    <message>
        <source>The formula is empty.</source>
        <translation>La fórmula está vacía.</translation>
    </message>
    <message>
        <source>Write one, such as {example}.</source>
        <translation>Escribir una, como {example}.</translation>
    </message>
    <message>
        <source>The formula ends where a value is expected.</source>
        <translation>La fórmula termina donde se espera un valor.</translation>
    </message>
    <message>
        <source>Write a number, an input or a function there.</source>
        <translation>Escribir ahí un número, una entrada o una función.</translation>
    </message>
    <message>
        <source>“{found}” stands where a value is expected.</source>
        <translation>«{found}» está donde se espera un valor.</translation>
    </message>
    <message>
        <source>{found} is too large a number.</source>
        <translation>{found} es un número demasiado grande.</translation>
    </message>
    <message>
        <source>Numbers reach to {limit}.</source>
        <translation>Los números llegan hasta {limit}.</translation>
    </message>
    <message>
        <source>“{name}” is an input, not a function.</source>
        <translation>«{name}» es una entrada, no una función.</translation>
    </message>
    <message>
        <source>To multiply, write {product}.</source>
        <translation>Para multiplicar, escribir {product}.</translation>
    </message>
    <message>
        <source>“{name}” is a function: what it is taken of is missing.</source>
        <translation>«{name}» es una función: falta aquello a lo que se aplica.</translation>
    </message>
    <message>
        <source>Write it in parentheses, such as {example}.</source>
        <translation>Escribirlo entre paréntesis, como {example}.</translation>
    </message>
    <message>
        <source>“{name}” does not take {count} values.</source>
        <translation>«{name}» no toma {count} valores.</translation>
    </message>
    <message>
        <source>Write it such as {example}.</source>
        <translation>Escribirla como {example}.</translation>
    </message>
    <message>
        <source>This parenthesis is never closed.</source>
        <translation>Este paréntesis no se cierra.</translation>
    </message>
    <message>
        <source>Write “)” where it ends.</source>
        <translation>Escribir «)» donde termina.</translation>
    </message>
    <message>
        <source>The formula is nested more than {limit} deep.</source>
        <translation>La fórmula tiene más de {limit} niveles de anidamiento.</translation>
    </message>
    <message>
        <source>Write it with fewer parentheses within one another.</source>
        <translation>Escribirla con menos paréntesis unos dentro de otros.</translation>
    </message>
    <message>
        <source>This parenthesis was never opened.</source>
        <translation>Este paréntesis no se abrió.</translation>
    </message>
    <message>
        <source>Take it away, or write “(”.</source>
        <translation>Quitarlo o escribir «(».</translation>
    </message>
    <message>
        <source>A comma stands outside a function.</source>
        <translation>Hay una coma fuera de una función.</translation>
    </message>
    <message>
        <source>Write numbers with a point, such as 0.5.</source>
        <translation>Escribir los números con punto, como 0.5.</translation>
    </message>
    <message>
        <source>An operator is missing before “{found}”.</source>
        <translation>Falta un operador antes de «{found}».</translation>
    </message>
    <message>
        <source>“{found}” means nothing in a formula.</source>
        <translation>«{found}» no significa nada en una fórmula.</translation>
    </message>
    <message>
        <source>Use numbers, inputs, functions, parentheses and + - * / ^.</source>
        <translation>Usar números, entradas, funciones, paréntesis y + - * / ^.</translation>
    </message>
    <message>
        <source>Nothing is called “{name}”.</source>
        <translation>Nada se llama «{name}».</translation>
    </message>
    <message>
        <source>Did you mean “{name}”?</source>
        <translation>¿Se quería decir «{name}»?</translation>
    </message>
    <message>
        <source>The inputs are: {names}.</source>
        <translation>Las entradas son: {names}.</translation>
    </message>
    <message>
        <source>Egg crate</source>
        <translation>Cartón de huevos</translation>
    </message>
    <message>
        <source>Radial Gaussian</source>
        <translation>Gaussiana radial</translation>
    </message>
    <message>
        <source>Peaks</source>
        <translation>Picos</translation>
    </message>
    <message>
        <source>Ripple</source>
        <translation>Onda circular</translation>
    </message>
    <message>
        <source>Saddle</source>
        <translation>Silla de montar</translation>
    </message>
    <message>
        <source>Rosenbrock&apos;s valley</source>
        <translation>Valle de Rosenbrock</translation>
    </message>
    <message>
        <source>Ackley&apos;s pits</source>
        <translation>Hoyos de Ackley</translation>
    </message>
    <message>
        <source>Wave R → R</source>
        <translation>Onda R → R</translation>
    </message>
    <message>
        <source>Curve R → R²</source>
        <translation>Curva R → R²</translation>
    </message>
    <message>
        <source>Vector field R² → R²</source>
        <translation>Campo vectorial R² → R²</translation>
    </message>
    <message>
        <source>The scaling was fitted to {wanted} features; the data has {given}.</source>
        <translation>El escalado se ajustó a {wanted} características; los datos tienen {given}.</translation>
    </message>
    <message>
        <source>Choose data of the model&apos;s own kind, or train again on this data.</source>
        <translation>Elegir datos del mismo tipo que los del modelo, o entrenar de nuevo con estos.</translation>
    </message>
    <message>
        <source>it holds one array, and learning needs answers too</source>
        <translation>contiene una sola matriz, y para aprender también hacen falta respuestas</translation>
    </message>
    <message>
        <source>Choose a second .npy file with one answer for each example.</source>
        <translation>Elegir un segundo archivo .npy con una respuesta para cada ejemplo.</translation>
    </message>
    <message>
        <source>it is no .npy file</source>
        <translation>no es un archivo .npy</translation>
    </message>
    <message>
        <source>the inputs “{name}” should be rows of numbers, and are {dtype} of shape {shape}</source>
        <translation>las entradas «{name}» deberían ser filas de números, y son {dtype} de forma {shape}</translation>
    </message>
    <message>
        <source>there are {n} inputs, and the answers are {dtype} of shape {shape}</source>
        <translation>hay {n} entradas, y las respuestas son {dtype} de forma {shape}</translation>
    </message>
    <message>
        <source>Give one answer for each input.</source>
        <translation>Dar una respuesta para cada entrada.</translation>
    </message>
    <message>
        <source>the answers “{name}” are not all finite</source>
        <translation>las respuestas «{name}» no son todas finitas</translation>
    </message>
    <message>
        <source>The answers are one-hot rows.</source>
        <translation>Las respuestas son filas one-hot.</translation>
    </message>
    <message>
        <source>the labels “{name}” should be one a row</source>
        <translation>las etiquetas «{name}» deberían ser una por fila</translation>
    </message>
    <message>
        <source>The answers are several numbers a row: values.</source>
        <translation>Las respuestas son varios números por fila: valores.</translation>
    </message>
    <message>
        <source>The answers are numbers of many kinds: values.</source>
        <translation>Las respuestas son números muy variados: valores.</translation>
    </message>
    <message>
        <source>its answers are {count} different values, too many classes</source>
        <translation>sus respuestas son {count} valores distintos, demasiadas clases</translation>
    </message>
    <message>
        <source>Predict their value (regression) instead.</source>
        <translation>Predecir su valor (regresión) en su lugar.</translation>
    </message>
    <message>
        <source>all of its labels are “{name}”</source>
        <translation>todas sus etiquetas son «{name}»</translation>
    </message>
    <message>
        <source>There is nothing to tell apart: bring examples of another class.</source>
        <translation>No hay nada que distinguir: añadir ejemplos de otra clase.</translation>
    </message>
    <message>
        <source>The answers are {count} different labels.</source>
        <translation>Las respuestas son {count} etiquetas distintas.</translation>
    </message>
    <message>
        <source>“{name}” should have examples of shape {wanted}, and has {given} of shape {found}</source>
        <translation>«{name}» debería tener ejemplos de forma {wanted}, y tiene {given} de forma {found}</translation>
    </message>
    <message>
        <source>row {row} of “{name}” is not finite, or beyond 1e38</source>
        <translation>la fila {row} de «{name}» no es finita, o pasa de 1e38</translation>
    </message>
    <message>
        <source>Fill in or leave out rows with NaN before saving the array.</source>
        <translation>Rellenar u omitir las filas con NaN antes de guardar la matriz.</translation>
    </message>
    <message>
        <source>there are {x} inputs and {y} answers</source>
        <translation>hay {x} entradas y {y} respuestas</translation>
    </message>
    <message>
        <source>“{name}” no longer has {n} values a row</source>
        <translation>«{name}» ya no tiene {n} valores por fila</translation>
    </message>
    <message>
        <source>“{name}” is no longer one-hot</source>
        <translation>«{name}» ya no es one-hot</translation>
    </message>
    <message>
        <source>“{name}” no longer holds labels</source>
        <translation>«{name}» ya no contiene etiquetas</translation>
    </message>
    <message>
        <source>“{name}” has the label “{label}”, which was not there before</source>
        <translation>«{name}» tiene la etiqueta «{label}», que antes no estaba</translation>
    </message>
    <message>
        <source>The file has changed: import it again.</source>
        <translation>El archivo ha cambiado: importarlo de nuevo.</translation>
    </message>
    <message>
        <source>The classes are uneven: “{most}” has {high} training examples, “{least}” {low}. A network that always says “{most}” is right in {share} % of them.</source>
        <translation>Las clases son desiguales: «{most}» tiene {high} ejemplos de entrenamiento, «{least}» {low}. Una red que siempre dijera «{most}» acertaría en el {share} % de ellos.</translation>
    </message>
    <message>
        <source>The validation part has no example of “{name}”: there are too few of it.</source>
        <translation>La parte de validación no tiene ningún ejemplo de «{name}»: hay demasiado pocos.</translation>
    </message>
    <message>
        <source>{count} of {total} validation examples are also in the training part, number for number: for them, validation only tests memory.</source>
        <translation>{count} de {total} ejemplos de validación están también en la parte de entrenamiento, número por número: con ellos, la validación solo mide la memoria.</translation>
    </message>
    <message>
        <source>{count} of {total} test examples are also in the training part, number for number.</source>
        <translation>{count} de {total} ejemplos de prueba están también en la parte de entrenamiento, número por número.</translation>
    </message>
    <message>
        <source>Looking for examples in two parts</source>
        <translation>Buscando ejemplos que están en dos partes</translation>
    </message>
    <message>
        <source>Evaluating the formulas</source>
        <translation>Evaluando las fórmulas</translation>
    </message>
    <message>
        <source>The grid has {sides} = {count} points.</source>
        <translation>La cuadrícula tiene {sides} = {count} puntos.</translation>
    </message>
    <message>
        <source>No sample has a finite value in {formulas}.</source>
        <translation>Ninguna muestra tiene un valor finito en {formulas}.</translation>
    </message>
    <message>
        <source>Choose ranges in which the formulas have a value.</source>
        <translation>Elegir intervalos en los que las fórmulas tengan valor.</translation>
    </message>
    <message>
        <source>{count} of {total} samples have no finite value and are left out.</source>
        <translation>{count} de {total} muestras no tienen un valor finito y se omiten.</translation>
    </message>
    <message>
        <source>This scaling has no parameters that are learnt from the data: nothing leaks.</source>
        <translation>Este escalado no tiene parámetros que se aprendan de los datos: no se filtra nada.</translation>
    </message>
    <message>
        <source>A scaler that saw everything would move validation values by up to {largest}, and by {average} on average: that much of the answer sheet would be known beforehand.</source>
        <translation>Un escalado que lo viera todo desplazaría los valores de validación hasta {largest}, y {average} de media: tanto se conocería del examen de antemano.</translation>
    </message>
    <message>
        <source>{name} is not on this computer.</source>
        <translation>{name} no está en este ordenador.</translation>
    </message>
    <message>
        <source>Put its four IDX files (plain or .gz) into the folder {folder}, or choose them.</source>
        <translation>Poner sus cuatro archivos IDX (tal cual o .gz) en la carpeta {folder}, o elegirlos.</translation>
    </message>
    <message>
        <source>its training labels lack some of the {count} classes</source>
        <translation>a sus etiquetas de entrenamiento les faltan algunas de las {count} clases</translation>
    </message>
    <message>
        <source>it lacks one of the four IDX files of {name}, such as {example}</source>
        <translation>le falta alguno de los cuatro archivos IDX de {name}, como {example}</translation>
    </message>
    <message>
        <source>Put the pictures and labels for training and testing into one folder.</source>
        <translation>Poner en una misma carpeta las imágenes y etiquetas de entrenamiento y de prueba.</translation>
    </message>
    <message>
        <source>its pictures should be uint8 of 28 × 28, and are {dtype} of shape {shape}</source>
        <translation>sus imágenes deberían ser uint8 de 28 × 28, y son {dtype} de forma {shape}</translation>
    </message>
    <message>
        <source>it has {n} pictures, and labels that are {dtype} of shape {shape}</source>
        <translation>tiene {n} imágenes, y etiquetas que son {dtype} de forma {shape}</translation>
    </message>
    <message>
        <source>its labels should go from 0 to 9, and go from {low} to {high}</source>
        <translation>sus etiquetas deberían ir de 0 a 9, y van de {low} a {high}</translation>
    </message>
    <message>
        <source>it is no whole NumPy file</source>
        <translation>no es un archivo de NumPy completo</translation>
    </message>
    <message>
        <source>“{name}” is no NumPy array ({detail})</source>
        <translation>«{name}» no es una matriz de NumPy ({detail})</translation>
    </message>
    <message>
        <source>it is no NumPy array ({detail})</source>
        <translation>no es una matriz de NumPy ({detail})</translation>
    </message>
    <message>
        <source>“{name}” holds Python objects, which are not read</source>
        <translation>«{name}» contiene objetos de Python, que no se leen</translation>
    </message>
    <message>
        <source>Save it as plain numbers or words: array.astype(float).</source>
        <translation>Guardarlo como simples números o palabras: array.astype(float).</translation>
    </message>
    <message>
        <source>“{name}” has {given} GB, more than {limit}</source>
        <translation>«{name}» tiene {given} GB, más de {limit}</translation>
    </message>
    <message>
        <source>Save fewer examples, or smaller ones.</source>
        <translation>Guardar menos ejemplos, o más pequeños.</translation>
    </message>
    <message>
        <source>“{name}” should have {wanted} bytes of numbers, and has {given}</source>
        <translation>«{name}» debería tener {wanted} bytes de números, y tiene {given}</translation>
    </message>
    <message>
        <source>it has no array “{name}”; its arrays are {found}</source>
        <translation>no tiene ninguna matriz «{name}»; sus matrices son {found}</translation>
    </message>
    <message>
        <source>Choose the arrays anew, or another file.</source>
        <translation>Elegir de nuevo las matrices, u otro archivo.</translation>
    </message>
    <message>
        <source>Nothing is painted yet.</source>
        <translation>Aún no hay nada pintado.</translation>
    </message>
    <message>
        <source>Click or drag on the square to put points.</source>
        <translation>Hacer clic o arrastrar en el cuadrado para poner puntos.</translation>
    </message>
    <message>
        <source>All points are of class {number}.</source>
        <translation>Todos los puntos son de la clase {number}.</translation>
    </message>
    <message>
        <source>Choose another class and put some points of it.</source>
        <translation>Elegir otra clase y poner algunos puntos de ella.</translation>
    </message>
    <message>
        <source>Class {number} has a single point.</source>
        <translation>La clase {number} tiene un solo punto.</translation>
    </message>
    <message>
        <source>Put at least one more: one to learn from and one to validate.</source>
        <translation>Poner al menos uno más: uno para aprender y otro para validar.</translation>
    </message>
    <message>
        <source>it is no whole Excel file</source>
        <translation>no es un archivo de Excel completo</translation>
    </message>
    <message>
        <source>it is no whole Parquet file</source>
        <translation>no es un archivo Parquet completo</translation>
    </message>
    <message>
        <source>its first row is empty</source>
        <translation>su primera fila está vacía</translation>
    </message>
    <message>
        <source>it has no columns</source>
        <translation>no tiene columnas</translation>
    </message>
    <message>
        <source>it has more than {limit} columns</source>
        <translation>tiene más de {limit} columnas</translation>
    </message>
    <message>
        <source>it is far too big when unpacked</source>
        <translation>es demasiado grande una vez descomprimido</translation>
    </message>
    <message>
        <source>Save the sheet as CSV.</source>
        <translation>Guardar la hoja como CSV.</translation>
    </message>
    <message>
        <source>it has no sheet “{sheet}”</source>
        <translation>no tiene ninguna hoja «{sheet}»</translation>
    </message>
    <message>
        <source>Choose one of these: {sheets}.</source>
        <translation>Elegir una de estas: {sheets}.</translation>
    </message>
    <message>
        <source>row {row} has cells beyond the last column</source>
        <translation>la fila {row} tiene celdas más allá de la última columna</translation>
    </message>
    <message>
        <source>Give every column a name in the first row.</source>
        <translation>Dar un nombre a cada columna en la primera fila.</translation>
    </message>
    <message>
        <source>no column is the target</source>
        <translation>ninguna columna es el objetivo</translation>
    </message>
    <message>
        <source>Choose the column that there is to predict.</source>
        <translation>Elegir la columna que hay que predecir.</translation>
    </message>
    <message>
        <source>no column is an input</source>
        <translation>ninguna columna es una entrada</translation>
    </message>
    <message>
        <source>Choose the columns that the network gets.</source>
        <translation>Elegir las columnas que recibe la red.</translation>
    </message>
    <message>
        <source>column “{name}” holds words that differ from row to row</source>
        <translation>la columna «{name}» contiene textos distintos en cada fila</translation>
    </message>
    <message>
        <source>Ignore it, or make it a category if it has few values.</source>
        <translation>Ignorarla, o convertirla en categoría si tiene pocos valores.</translation>
    </message>
    <message>
        <source>column “{name}” holds no numbers</source>
        <translation>la columna «{name}» no contiene números</translation>
    </message>
    <message>
        <source>Make it a category, or ignore it.</source>
        <translation>Convertirla en categoría, o ignorarla.</translation>
    </message>
    <message>
        <source>column “{name}” has more than {limit} different values</source>
        <translation>la columna «{name}» tiene más de {limit} valores distintos</translation>
    </message>
    <message>
        <source>Take it for numbers, or ignore it.</source>
        <translation>Tomarla como números, o ignorarla.</translation>
    </message>
    <message>
        <source>column “{name}” has {count} different values, not a yes and a no</source>
        <translation>la columna «{name}» tiene {count} valores distintos, no un sí y un no</translation>
    </message>
    <message>
        <source>Make it a category.</source>
        <translation>Convertirla en categoría.</translation>
    </message>
    <message>
        <source>column “{name}” is empty</source>
        <translation>la columna «{name}» está vacía</translation>
    </message>
    <message>
        <source>Ignore it.</source>
        <translation>Ignorarla.</translation>
    </message>
    <message>
        <source>the target “{name}” holds no numbers to predict</source>
        <translation>el objetivo «{name}» no contiene números que predecir</translation>
    </message>
    <message>
        <source>Predict its classes instead, or choose another target.</source>
        <translation>Predecir sus clases en su lugar, o elegir otro objetivo.</translation>
    </message>
    <message>
        <source>it has {count} targets, and classes can only be of one</source>
        <translation>tiene {count} objetivos, y las clases solo pueden ser de uno</translation>
    </message>
    <message>
        <source>Choose one target.</source>
        <translation>Elegir un solo objetivo.</translation>
    </message>
    <message>
        <source>the target “{name}” holds numbers</source>
        <translation>el objetivo «{name}» contiene números</translation>
    </message>
    <message>
        <source>Predict their value (regression), or make it a category.</source>
        <translation>Predecir su valor (regresión), o convertirlo en categoría.</translation>
    </message>
    <message>
        <source>the target “{name}” has one class only, “{value}”</source>
        <translation>el objetivo «{name}» tiene una sola clase, «{value}»</translation>
    </message>
    <message>
        <source>it has no column “{name}”; its columns are {found}</source>
        <translation>no tiene ninguna columna «{name}»; sus columnas son {found}</translation>
    </message>
    <message>
        <source>Choose the file with these columns, or import this one anew.</source>
        <translation>Elegir el archivo con estas columnas, o importar este de nuevo.</translation>
    </message>
    <message>
        <source>it makes more than {limit} million numbers</source>
        <translation>produce más de {limit} millones de números</translation>
    </message>
    <message>
        <source>Ignore columns with many categories ({width} features now).</source>
        <translation>Ignorar columnas con muchas categorías (ahora {width} características).</translation>
    </message>
    <message>
        <source>no row is complete</source>
        <translation>ninguna fila está completa</translation>
    </message>
    <message>
        <source>Let missing values be filled in, or ignore columns that are mostly empty.</source>
        <translation>Rellenar los valores ausentes, o ignorar las columnas que están casi vacías.</translation>
    </message>
    <message>
        <source>all rows that are left have the class “{name}”</source>
        <translation>todas las filas que quedan son de la clase «{name}»</translation>
    </message>
    <message>
        <source>row {row} has “{value}” in column “{column}”, which holds numbers</source>
        <translation>la fila {row} tiene «{value}» en la columna «{column}», que contiene números</translation>
    </message>
    <message>
        <source>Correct that cell, make the column a category, or ignore it.</source>
        <translation>Corregir esa celda, convertir la columna en categoría, o ignorarla.</translation>
    </message>
    <message>
        <source>row {row} has “{value}” in column “{column}”, a number beyond 1e38</source>
        <translation>la fila {row} tiene «{value}» en la columna «{column}», un número que pasa de 1e38</translation>
    </message>
    <message>
        <source>Correct that cell, or ignore the column.</source>
        <translation>Corregir esa celda, o ignorar la columna.</translation>
    </message>
    <message>
        <source>row {row} has “{value}” in column “{column}”, which was not among its values when the table was imported</source>
        <translation>la fila {row} tiene «{value}» en la columna «{column}», que no estaba entre sus valores cuando se importó la tabla</translation>
    </message>
    <message>
        <source>Import the table again, or correct that cell.</source>
        <translation>Importar la tabla de nuevo, o corregir esa celda.</translation>
    </message>
    <message>
        <source>{count} rows without a value to predict were left out.</source>
        <translation>Se omitieron {count} filas sin valor que predecir.</translation>
    </message>
    <message>
        <source>{count} cells hold categories that are new: all of their features are 0.</source>
        <translation>{count} celdas contienen categorías nuevas: todas sus características son 0.</translation>
    </message>
    <message>
        <source>“{column}”: {count} missing values become {value}.</source>
        <translation>«{column}»: {count} valores ausentes pasan a ser {value}.</translation>
    </message>
    <message>
        <source>“{column}”: the training part has no “{category}”, so all of its features are 0 where it occurs.</source>
        <translation>«{column}»: la parte de entrenamiento no tiene «{category}», así que todas sus características son 0 donde aparece.</translation>
    </message>
    <message>
        <source>0, for the training part has none at all</source>
        <translation>0, pues la parte de entrenamiento no tiene ninguno</translation>
    </message>
    <message>
        <source>{value}, the training part&apos;s mean</source>
        <translation>{value}, la media de la parte de entrenamiento</translation>
    </message>
    <message>
        <source>“{value}”, the most frequent one</source>
        <translation>«{value}», el más frecuente</translation>
    </message>
    <message>
        <source>it has no rows below its first</source>
        <translation>no tiene filas debajo de la primera</translation>
    </message>
    <message>
        <source>it has one column only, “{name}”</source>
        <translation>tiene una sola columna, «{name}»</translation>
    </message>
    <message>
        <source>Learning needs inputs and a target; perhaps the delimiter is another one.</source>
        <translation>Para aprender hacen falta entradas y un objetivo; quizá el separador sea otro.</translation>
    </message>
    <message>
        <source>California housing is not on this computer, and nothing is downloaded.</source>
        <translation>California housing no está en este ordenador, y no se descarga nada.</translation>
    </message>
    <message>
        <source>Fetch it once in Python with sklearn.datasets.fetch_california_housing(), or choose diabetes.</source>
        <translation>Descargarlo una vez en Python con sklearn.datasets.fetch_california_housing(), o elegir diabetes.</translation>
    </message>
    <message>
        <source>it is an Excel file in the format before 2007, or has a password</source>
        <translation>es un archivo de Excel en el formato anterior a 2007, o tiene contraseña</translation>
    </message>
    <message>
        <source>Save it as .xlsx without a password.</source>
        <translation>Guardarlo como .xlsx sin contraseña.</translation>
    </message>
    <message>
        <source>it is compressed</source>
        <translation>está comprimido</translation>
    </message>
    <message>
        <source>Unpack it first.</source>
        <translation>Descomprimirlo antes.</translation>
    </message>
    <message>
        <source>it is not text</source>
        <translation>no es texto</translation>
    </message>
    <message>
        <source>Choose a CSV, TSV, Excel (.xlsx) or Parquet file.</source>
        <translation>Elegir un archivo CSV, TSV, Excel (.xlsx) o Parquet.</translation>
    </message>
    <message>
        <source>No column looks as if it could be learnt.</source>
        <translation>Ninguna columna parece poder aprenderse.</translation>
    </message>
    <message>
        <source>“{name}” has {count} different values: its classes are to be predicted.</source>
        <translation>«{name}» tiene {count} valores distintos: se predicen sus clases.</translation>
    </message>
    <message>
        <source>“{name}” holds only {count} different whole numbers: they are taken for classes.</source>
        <translation>«{name}» contiene solo {count} números enteros distintos: se toman como clases.</translation>
    </message>
    <message>
        <source>“{name}” holds numbers: their value is to be predicted.</source>
        <translation>«{name}» contiene números: se predice su valor.</translation>
    </message>
    <message>
        <source>The name says that it is what there is to predict.</source>
        <translation>El nombre dice que es lo que hay que predecir.</translation>
    </message>
    <message>
        <source>The last column that can be predicted.</source>
        <translation>La última columna que se puede predecir.</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Está vacía.</translation>
    </message>
    <message>
        <source>It looks like dates: ignored.</source>
        <translation>Parecen fechas: se omite.</translation>
    </message>
    <message>
        <source>Nearly every row has words of its own.</source>
        <translation>Casi cada fila tiene su propio texto.</translation>
    </message>
    <message>
        <source>It is the same in every row.</source>
        <translation>Es igual en todas las filas.</translation>
    </message>
    <message>
        <source>It says yes or no.</source>
        <translation>Dice sí o no.</translation>
    </message>
    <message>
        <source>It only numbers the rows.</source>
        <translation>Solo numera las filas.</translation>
    </message>
    <message>
        <source>It holds numbers.</source>
        <translation>Contiene números.</translation>
    </message>
    <message>
        <source>It has {count} different values: too many to tell much.</source>
        <translation>Tiene {count} valores distintos: demasiados para decir mucho.</translation>
    </message>
    <message>
        <source>It has {count} different values.</source>
        <translation>Tiene {count} valores distintos.</translation>
    </message>
    <message>
        <source>it can&apos;t be read as a table</source>
        <translation>no se puede leer como tabla</translation>
    </message>
    <message>
        <source>byte {place} is no {encoding}</source>
        <translation>el byte {place} no es {encoding}</translation>
    </message>
    <message>
        <source>Save it as CSV in UTF-8, or import it again with another encoding.</source>
        <translation>Guardarlo como CSV en UTF-8, o importarlo de nuevo con otra codificación.</translation>
    </message>
    <message>
        <source>a quotation mark after row {row} is never closed</source>
        <translation>unas comillas después de la fila {row} no se cierran nunca</translation>
    </message>
    <message>
        <source>Close it, or take it out, and import the file again.</source>
        <translation>Cerrarlas, o quitarlas, e importar el archivo de nuevo.</translation>
    </message>
    <message>
        <source>row {row} has {given} cells, and there are {wanted} columns</source>
        <translation>la fila {row} tiene {given} celdas, y hay {wanted} columnas</translation>
    </message>
    <message>
        <source>Look for a stray delimiter there, and put words that contain it in quotes.</source>
        <translation>Buscar ahí un separador de más, y poner entre comillas los textos que lo contengan.</translation>
    </message>
    <message>
        <source>TensorFlow uses no GPU on macOS. The CPU suits networks of this kind; nothing needs to be done.</source>
        <translation>TensorFlow no usa la GPU en macOS. La CPU es adecuada para redes de este tipo; no hay que hacer nada.</translation>
    </message>
    <message>
        <source>No NVIDIA card answers inside WSL 2. If this computer has one, install its driver in Windows, not in WSL, and run “wsl --update”.</source>
        <translation>Ninguna tarjeta NVIDIA responde dentro de WSL 2. Si este equipo tiene una, instalar su controlador en Windows, no en WSL, y ejecutar «wsl --update».</translation>
    </message>
    <message>
        <source>{card} is not used: this TensorFlow computes on NVIDIA cards only. The CPU suits networks of this kind; nothing needs to be done.</source>
        <translation>{card} no se usa: este TensorFlow solo calcula en tarjetas NVIDIA. La CPU es adecuada para redes de este tipo; no hay que hacer nada.</translation>
    </message>
    <message>
        <source>No graphics card was found. Training runs on the CPU, which suits most networks.</source>
        <translation>No se encontró ninguna tarjeta gráfica. Se entrena en la CPU, adecuada para la mayoría de las redes.</translation>
    </message>
    <message>
        <source>TensorFlow uses no GPU on Windows itself, so {card} is not used. Install WSL 2 (“wsl --install”), and in it: pip install “mlp-studio[gpu]”.</source>
        <translation>TensorFlow no usa la GPU en Windows directamente, por eso {card} no se usa. Instalar WSL 2 («wsl --install») y, dentro: pip install «mlp-studio[gpu]».</translation>
    </message>
    <message>
        <source>TensorFlow uses no GPU on Windows itself; an NVIDIA card can be used inside WSL 2.</source>
        <translation>TensorFlow no usa la GPU en Windows directamente; una tarjeta NVIDIA puede usarse dentro de WSL 2.</translation>
    </message>
    <message>
        <source>{card} is hidden: CUDA_VISIBLE_DEVICES is “{value}”. Unset it, or set it to 0, and start MLP Studio again.</source>
        <translation>{card} está oculta: CUDA_VISIBLE_DEVICES vale «{value}». Quitar la variable o ponerla a 0 y volver a iniciar MLP Studio.</translation>
    </message>
    <message>
        <source>{card} has no driver. Install NVIDIA&apos;s (on Ubuntu: sudo ubuntu-drivers install) and restart the computer.</source>
        <translation>{card} no tiene controlador. Instalar el de NVIDIA (en Ubuntu: sudo ubuntu-drivers install) y reiniciar el equipo.</translation>
    </message>
    <message>
        <source>NVIDIA&apos;s driver {driver} is loaded, but {card} does not answer (nvidia-smi). In a container, start it with access to the card (docker run --gpus all); elsewhere restart the computer or install the driver again.</source>
        <translation>El controlador {driver} de NVIDIA está cargado, pero {card} no responde (nvidia-smi). En un contenedor, iniciarlo con acceso a la tarjeta (docker run --gpus all); si no, reiniciar el equipo o reinstalar el controlador.</translation>
    </message>
    <message>
        <source>{card} is ready, but this TensorFlow was built without CUDA. Replace it: pip uninstall tensorflow-cpu, then pip install --force-reinstall “mlp-studio[gpu]”.</source>
        <translation>{card} está lista, pero este TensorFlow se compiló sin CUDA. Sustituirlo: pip uninstall tensorflow-cpu y después pip install --force-reinstall «mlp-studio[gpu]».</translation>
    </message>
    <message>
        <source>The driver {driver} of {card} is too old for this TensorFlow, which needs {oldest} or newer. Install a newer one and restart the computer.</source>
        <translation>El controlador {driver} de {card} es demasiado antiguo para este TensorFlow, que necesita {oldest} o posterior. Instalar uno más nuevo y reiniciar el equipo.</translation>
    </message>
    <message>
        <source>{card} and its driver are ready, but CUDA&apos;s libraries are missing ({libraries}). Install them: pip install “mlp-studio[gpu]”.</source>
        <translation>{card} y su controlador están listos, pero faltan bibliotecas de CUDA ({libraries}). Instalarlas: pip install «mlp-studio[gpu]».</translation>
    </message>
    <message>
        <source>{card}, its driver {driver} and CUDA&apos;s libraries are there, yet TensorFlow refuses the card: it may be older than this TensorFlow supports. Start “mlp-studio doctor” with TF_CPP_MIN_LOG_LEVEL=0 to read its own words.</source>
        <translation>{card}, su controlador {driver} y las bibliotecas de CUDA están, pero TensorFlow rechaza la tarjeta: puede ser más antigua de lo que este TensorFlow admite. Iniciar «mlp-studio doctor» con TF_CPP_MIN_LOG_LEVEL=0 para leer lo que dice.</translation>
    </message>
    <message>
        <source>Training needs {needed} GB of memory at least, and {free} GB are free.</source>
        <translation>El entrenamiento necesita al menos {needed} GB de memoria y hay {free} GB libres.</translation>
    </message>
    <message>
        <source>Use a smaller batch or fewer units, or close other programs.</source>
        <translation>Usar un lote menor o menos unidades, o cerrar otros programas.</translation>
    </message>
    <message>
        <source>{folder} has no record of the weights after each epoch to compare with: an earlier version wrote it.</source>
        <translation>{folder} no tiene registro de los pesos tras cada época con que comparar: la escribió una versión anterior.</translation>
    </message>
    <message>
        <source>Train again with “mlp-studio train … --out”, and replay that.</source>
        <translation>Entrenar de nuevo con «mlp-studio train … --out» y repetir ese entrenamiento.</translation>
    </message>
    <message>
        <source>its “weights_by_epoch” is no list of digests</source>
        <translation>su «weights_by_epoch» no es una lista de huellas</translation>
    </message>
    <message>
        <source>it has no “{name}”</source>
        <translation>no tiene «{name}»</translation>
    </message>
    <message>
        <source>its “device_kind” should be “cpu” or “gpu”</source>
        <translation>su «device_kind» debería ser «cpu» o «gpu»</translation>
    </message>
    <message>
        <source>it should have a line for each of the {epochs} epochs</source>
        <translation>debería tener una línea por cada una de las {epochs} épocas</translation>
    </message>
    <message>
        <source>The range of “{name}” must go upward: {low} is not below {high}.</source>
        <translation>El intervalo de «{name}» debe ser creciente: {low} no es menor que {high}.</translation>
    </message>
    <message>
        <source>Type a smaller lower end or a larger upper end.</source>
        <translation>Escribir un extremo inferior menor o uno superior mayor.</translation>
    </message>
    <message>
        <source>“{words}” is not a number.</source>
        <translation>«{words}» no es un número.</translation>
    </message>
    <message>
        <source>Write one, such as -4 or 2*pi.</source>
        <translation>Escribir uno, como -4 o 2*pi.</translation>
    </message>
    <message>
        <source>{words} is too far out.</source>
        <translation>{words} está demasiado lejos.</translation>
    </message>
    <message>
        <source>Ranges reach from -1,000,000 to 1,000,000.</source>
        <translation>Los intervalos van de -1,000,000 a 1,000,000.</translation>
    </message>
    <message>
        <source>Comparing the scalings</source>
        <translation>Comparando los escalados</translation>
    </message>
    <message>
        <source>Rewriting digits: {done} of {total}</source>
        <translation>Reescribiendo dígitos: {done} de {total}</translation>
    </message>
    <message>
        <source>A template needs a name. Received: “{title}”.</source>
        <translation>Una plantilla necesita un nombre. Recibido: «{title}».</translation>
    </message>
    <message>
        <source>Type a name with at least one letter or digit.</source>
        <translation>Escribir un nombre con al menos una letra o una cifra.</translation>
    </message>
    <message>
        <source>The name is too long: {count} characters.</source>
        <translation>El nombre es demasiado largo: {count} caracteres.</translation>
    </message>
    <message>
        <source>Choose one of at most {most} characters.</source>
        <translation>Elegir uno de {most} caracteres como máximo.</translation>
    </message>
    <message>
        <source>“{title}” is the name of a built-in template.</source>
        <translation>«{title}» es el nombre de una plantilla incluida.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Elegir otro nombre.</translation>
    </message>
    <message>
        <source>{words}</source>
        <translation>{words}</translation>
    </message>
    <message>
        <source>There is already a template called “{title}”.</source>
        <translation>Ya hay una plantilla llamada «{title}».</translation>
    </message>
    <message>
        <source>Choose another name, or replace it.</source>
        <translation>Elegir otro nombre, o reemplazarla.</translation>
    </message>
    <message>
        <source>{path} can&apos;t be read: {reason}.</source>
        <translation>No se puede leer {path}: {reason}.</translation>
    </message>
    <message>
        <source>Give yourself permission to read it.</source>
        <translation>Hace falta permiso para leerlo.</translation>
    </message>
    <message>
        <source>Open its architecture without weights.</source>
        <translation>Abrir su arquitectura sin pesos.</translation>
    </message>
    <message>
        <source>column “{column}” holds numbers, but {count} of its cells are none; the first is “{value}” in row {row}</source>
        <translation>la columna «{column}» contiene números, pero {count} de sus celdas no lo son; la primera es «{value}», en la fila {row}</translation>
    </message>
    <message>
        <source>Correct the cells, make the column a category, or ignore it.</source>
        <translation>Corregir las celdas, hacer de la columna una categoría u omitirla.</translation>
    </message>
    <message>
        <source>{file} is a single picture.</source>
        <translation>{file} es una sola imagen.</translation>
    </message>
    <message>
        <source>To learn from pictures, bring the folder with a sub-folder for each class.</source>
        <translation>Para aprender de imágenes, traer la carpeta con una subcarpeta por clase.</translation>
    </message>
    <message>
        <source>A linear discriminant needs classes, and these are values.</source>
        <translation>Un discriminante lineal necesita clases, y estos son valores.</translation>
    </message>
    <message>
        <source>A linear discriminant needs examples of two classes or more.</source>
        <translation>Un discriminante lineal necesita ejemplos de dos clases o más.</translation>
    </message>
    <message>
        <source>There are too few different examples for a linear discriminant.</source>
        <translation>Hay muy pocos ejemplos distintos para un discriminante lineal.</translation>
    </message>
    <message>
        <source>Accuracy {accuracy}: {right} of {examples} answers are right. What counts is only which class is answered.</source>
        <translation>Exactitud {accuracy}: {right} de {examples} respuestas son correctas. Solo cuenta qué clase se responde.</translation>
    </message>
    <message>
        <source>ROC-AUC {area}: take an example of a class and one of another; in {pairs} of 1,000 such pairs the first gets the higher probability for that class. What counts is only the order, wherever the border between yes and no may lie.</source>
        <translation>ROC-AUC {area}: se toma un ejemplo de una clase y otro de otra; en {pairs} de cada 1.000 parejas así, el primero recibe la mayor probabilidad de esa clase. Solo cuenta el orden, esté donde esté la frontera entre sí y no.</translation>
    </message>
    <message>
        <source>Always answering the same class would have an accuracy of {share} but an area of only 0.5.</source>
        <translation>Responder siempre la misma clase tendría una exactitud de {share}, pero un área de solo 0.5.</translation>
    </message>
    <message>
        <source>Always answering “{name}”, the commonest class, would have an accuracy of {share} but an area of only 0.5.</source>
        <translation>Responder siempre «{name}», la clase más frecuente, tendría una exactitud de {share}, pero un área de solo 0.5.</translation>
    </message>
    <message>
        <source>Accuracy belongs to the threshold {threshold}. At {best} it would be {accuracy}, the best that these examples allow; the area stays the same at every threshold.</source>
        <translation>La exactitud depende del umbral {threshold}. Con {best} sería {accuracy}, la mejor que permiten estos ejemplos; el área es la misma con cualquier umbral.</translation>
    </message>
    <message>
        <source>Class “{name}”: {missed} of its {support} examples are answered wrongly. On average each of these still gets a higher probability for “{name}” than {pairs} of 1,000 examples of other classes; so its area is {area} although only {recall} of it is found.</source>
        <translation>Clase «{name}»: {missed} de sus {support} ejemplos se responden mal. De media, cada uno de ellos recibe aun así más probabilidad de «{name}» que {pairs} de cada 1.000 ejemplos de otras clases; por eso su área es {area}, aunque solo se encuentra {recall} de ella.</translation>
    </message>
    <message>
        <source>For {share} % of all examples the true class came second: wrong for the accuracy, almost right for the area.</source>
        <translation>En el {share} % de los ejemplos la clase verdadera quedó segunda: un error para la exactitud, casi un acierto para el área.</translation>
    </message>
    <message>
        <source>{count} dead</source>
        <translation>{count} muertas</translation>
    </message>
    <message>
        <source>{count} constant</source>
        <translation>{count} constantes</translation>
    </message>
    <message>
        <source>{count} saturated</source>
        <translation>{count} saturadas</translation>
    </message>
    <message>
        <source>{units} units, all of them at work</source>
        <translation>{units} unidades, todas activas</translation>
    </message>
    <message>
        <source>{units} units, {what}</source>
        <translation>{units} unidades, {what}</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first} y {second}</translation>
    </message>
    <message>
        <source>{units} units, {first}, {second} and {third}</source>
        <translation>{units} unidades, {first}, {second} y {third}</translation>
    </message>
    <message>
        <source>The film is being drawn…</source>
        <translation>Dibujando la película…</translation>
    </message>
    <message>
        <source>The film can&apos;t be written to {path}: {reason}.</source>
        <translation>No se puede escribir la película en {path}: {reason}.</translation>
    </message>
    <message>
        <source>Choose another folder, or make room on the disk.</source>
        <translation>Elegir otra carpeta, o hacer sitio en el disco.</translation>
    </message>
    <message>
        <source>MP4 needs ffmpeg, which is not installed here.</source>
        <translation>MP4 necesita ffmpeg, que no está instalado aquí.</translation>
    </message>
    <message>
        <source>Install ffmpeg, or export a GIF.</source>
        <translation>Instalar ffmpeg, o exportar un GIF.</translation>
    </message>
    <message>
        <source>ffmpeg could not make the film: {reason}</source>
        <translation>ffmpeg no pudo hacer la película: {reason}</translation>
    </message>
    <message>
        <source>Export a GIF instead.</source>
        <translation>Exportar un GIF en su lugar.</translation>
    </message>
    <message>
        <source>A film can be exported of the points of one layer only.</source>
        <translation>Solo se puede exportar una película de los puntos de una capa.</translation>
    </message>
    <message>
        <source>Choose another view and export again.</source>
        <translation>Elegir otra vista y exportar de nuevo.</translation>
    </message>
    <message>
        <source>The pixels reach the network as 0–255, unscaled.</source>
        <translation>Los píxeles llegan a la red como 0–255, sin escalar.</translation>
    </message>
    <message>
        <source>Weights begin sized for inputs near 1: with such large ones the first sums saturate or jump.</source>
        <translation>Los pesos empiezan con un tamaño pensado para entradas cercanas a 1: con otras tan grandes, las primeras sumas se saturan o dan saltos.</translation>
    </message>
    <message>
        <source>Divide by 255</source>
        <translation>Dividir por 255</translation>
    </message>
    <message>
        <source>Standardise each input</source>
        <translation>Estandarizar cada entrada</translation>
    </message>
    <message>
        <source>The inputs reach from {low} to {high}, unscaled.</source>
        <translation>Las entradas van de {low} a {high}, sin escalar.</translation>
    </message>
    <message>
        <source>Weights begin sized for inputs near 1: large inputs saturate the first layer or make its steps jump.</source>
        <translation>Los pesos empiezan con un tamaño pensado para entradas cercanas a 1: las grandes saturan la primera capa o hacen que sus pasos salten.</translation>
    </message>
    <message>
        <source>One input&apos;s range is {times} times as wide as another&apos;s.</source>
        <translation>El rango de una entrada es {times} veces más ancho que el de otra.</translation>
    </message>
    <message>
        <source>The wide one drowns the narrow one: their weights would need other rates.</source>
        <translation>La ancha ahoga a la estrecha: sus pesos necesitarían tasas distintas.</translation>
    </message>
    <message>
        <source>“{first}” is linear: together with “{second}” it computes no more than “{second}” alone.</source>
        <translation>«{first}» es lineal: junto con «{second}» no calcula más que «{second}» sola.</translation>
    </message>
    <message>
        <source>Weighted sums of weighted sums are weighted sums. An activation between them makes the second layer worth having.</source>
        <translation>Las sumas ponderadas de sumas ponderadas son sumas ponderadas. Una activación entre ellas da sentido a la segunda capa.</translation>
    </message>
    <message>
        <source>Give “{layer}” relu</source>
        <translation>Dar relu a «{layer}»</translation>
    </message>
    <message>
        <source>“{layer}” squeezes everything through {units} units before {classes} classes.</source>
        <translation>«{layer}» hace pasar todo por {units} unidades antes de {classes} clases.</translation>
    </message>
    <message>
        <source>What does not fit through is lost for all layers behind: the network may underfit.</source>
        <translation>Lo que no cabe se pierde para todas las capas siguientes: la red puede quedarse en subajuste.</translation>
    </message>
    <message>
        <source>Use {units} units</source>
        <translation>Usar {units} unidades</translation>
    </message>
    <message>
        <source>The slope of {activation} is {slope} at most: through {count} layers, no more than {share} of a gradient arrives at the first, which hardly learns.</source>
        <translation>La pendiente de {activation} es como máximo {slope}: a través de {count} capas llega a la primera a lo sumo {share} de un gradiente, y apenas aprende.</translation>
    </message>
    <message>
        <source>Far from 0, {activation} is flat: each layer that saturates lets less of the gradient through, and the first ones learn slowly.</source>
        <translation>Lejos de 0, {activation} es plana: cada capa que se satura deja pasar menos gradiente, y las primeras aprenden despacio.</translation>
    </message>
    <message>
        <source>{count} layers of {activation} in a row.</source>
        <translation>{count} capas de {activation} seguidas.</translation>
    </message>
    <message>
        <source>Use relu in all of them</source>
        <translation>Usar relu en todas</translation>
    </message>
    <message>
        <source>“{layer}” is a hidden layer with softmax.</source>
        <translation>«{layer}» es una capa oculta con softmax.</translation>
    </message>
    <message>
        <source>Its units share a sum of 1, so that one can only say more where the others say less. That is meant for probabilities at the end.</source>
        <translation>Sus unidades se reparten una suma de 1, así que una solo puede decir más donde las otras dicen menos. Eso es para las probabilidades del final.</translation>
    </message>
    <message>
        <source>“{layer}” drops units right before the values.</source>
        <translation>«{layer}» apaga unidades justo antes de los valores.</translation>
    </message>
    <message>
        <source>A class can be told with units missing; a value is a sum of all of them, and shifts by whichever is gone. The validation loss then lies below the training loss, and both stay high.</source>
        <translation>Una clase se reconoce aunque falten unidades; un valor es la suma de todas, y se desplaza con cada una que falta. La pérdida de validación queda entonces por debajo de la de entrenamiento, y ambas siguen altas.</translation>
    </message>
    <message>
        <source>Remove “{layer}”</source>
        <translation>Quitar «{layer}»</translation>
    </message>
    <message>
        <source>“{first}” comes right before “{second}”.</source>
        <translation>«{first}» está justo antes de «{second}».</translation>
    </message>
    <message>
        <source>Normalisation learns the spread of what is disturbed while training, and meets another one when the network is used.</source>
        <translation>La normalización aprende la dispersión de lo que se perturba al entrenar, y encuentra otra cuando se usa la red.</translation>
    </message>
    <message>
        <source>Put “{first}” behind “{second}”</source>
        <translation>Poner «{first}» detrás de «{second}»</translation>
    </message>
    <message>
        <source>“{layer}” silences {share} % of its units in every step.</source>
        <translation>«{layer}» silencia el {share} % de sus unidades en cada paso.</translation>
    </message>
    <message>
        <source>So few are left that the network may underfit. 0.2 to 0.5 is usual.</source>
        <translation>Quedan tan pocas que la red puede quedarse en subajuste. Lo habitual es de 0.2 a 0.5.</translation>
    </message>
    <message>
        <source>Use a rate of {rate}</source>
        <translation>Usar una tasa de {rate}</translation>
    </message>
    <message>
        <source>Stop early</source>
        <translation>Parada temprana</translation>
    </message>
    <message>
        <source>{parameters} parameters learn from {examples} examples: {share} for each.</source>
        <translation>{parameters} parámetros aprenden de {examples} ejemplos: {share} por cada uno.</translation>
    </message>
    <message>
        <source>The network can learn them by heart. Fewer units, Dropout, an L2 penalty, early stopping or more examples help; the validation curve tells.</source>
        <translation>La red puede aprenderlos de memoria. Ayudan menos unidades, Dropout, una penalización L2, la parada temprana o más ejemplos; la curva de validación lo dice.</translation>
    </message>
    <message>
        <source>A batch of {batch} is more than the {examples} training examples.</source>
        <translation>Un lote de {batch} es más que los {examples} ejemplos de entrenamiento.</translation>
    </message>
    <message>
        <source>Each epoch is a single step, so that many epochs are needed.</source>
        <translation>Cada época es un solo paso, así que hacen falta muchas épocas.</translation>
    </message>
    <message>
        <source>Use a batch of {batch}</source>
        <translation>Usar un lote de {batch}</translation>
    </message>
    <message>
        <source>“{layer}” takes mean and variance of only {batch} examples at a time.</source>
        <translation>«{layer}» toma la media y la varianza de solo {batch} ejemplos cada vez.</translation>
    </message>
    <message>
        <source>Of so few they are mostly chance, and every step is noisy.</source>
        <translation>Con tan pocos son casi azar, y cada paso es ruidoso.</translation>
    </message>
    <message>
        <source>Steps this large jump across what they look for: the loss may rise or stall.</source>
        <translation>Pasos tan grandes saltan por encima de lo que buscan: la pérdida puede subir o estancarse.</translation>
    </message>
    <message>
        <source>Steps this small take very many epochs to get anywhere.</source>
        <translation>Pasos tan pequeños necesitan muchísimas épocas para llegar a algo.</translation>
    </message>
    <message>
        <source>A learning rate of {rate} is unusual for {optimizer}; {low} to {high} is common.</source>
        <translation>Una tasa de aprendizaje de {rate} es rara para {optimizer}; lo común es de {low} a {high}.</translation>
    </message>
    <message>
        <source>Use {rate}</source>
        <translation>Usar {rate}</translation>
    </message>
    <message>
        <source>Early stopping waits for {patience} epochs; the run has {epochs}.</source>
        <translation>La parada temprana espera {patience} épocas; el entrenamiento tiene {epochs}.</translation>
    </message>
    <message>
        <source>It can never end such a run.</source>
        <translation>Nunca puede terminar un entrenamiento así.</translation>
    </message>
    <message>
        <source>Wait for {patience} epochs</source>
        <translation>Esperar {patience} épocas</translation>
    </message>
    <message>
        <source>Each unit adds up all inputs by its weights and applies the activation.</source>
        <translation>Cada unidad suma todas las entradas según sus pesos y aplica la activación.</translation>
    </message>
    <message>
        <source>Silences units at random while training, so that none relies on another; against overfitting.</source>
        <translation>Silencia unidades al azar al entrenar, para que ninguna dependa de otra; contra el sobreajuste.</translation>
    </message>
    <message>
        <source>Brings each unit to mean 0 and spread 1 over the batch; deep networks learn faster.</source>
        <translation>Lleva cada unidad a media 0 y dispersión 1 en el lote; las redes profundas aprenden más rápido.</translation>
    </message>
    <message>
        <source>Brings each example to mean 0 and spread 1 over its units; works with any batch.</source>
        <translation>Lleva cada ejemplo a media 0 y dispersión 1 en sus unidades; vale con cualquier lote.</translation>
    </message>
    <message>
        <source>Applies a function to each number, as a layer of its own.</source>
        <translation>Aplica una función a cada número, como capa propia.</translation>
    </message>
    <message>
        <source>Leaves positive numbers as they are and makes negative ones small.</source>
        <translation>Deja los números positivos como están y hace pequeños los negativos.</translation>
    </message>
    <message>
        <source>A leaky ReLU that learns how much of a negative number stays, for each unit.</source>
        <translation>Una leaky ReLU que aprende, para cada unidad, cuánto queda de un número negativo.</translation>
    </message>
    <message>
        <source>Adds random noise while training, as if there were more examples; against overfitting.</source>
        <translation>Añade ruido al azar al entrenar, como si hubiera más ejemplos; contra el sobreajuste.</translation>
    </message>
    <message>
        <source>Puts the numbers of an image into one row, which Dense layers take.</source>
        <translation>Pone los números de una imagen en una fila, que es lo que toman las capas Dense.</translation>
    </message>
    <message>
        <source>default {value}</source>
        <translation>por defecto {value}</translation>
    </message>
    <message>
        <source>on</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>off</source>
        <translation>no</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>more than {low}, less than {high}</source>
        <translation>más de {low}, menos de {high}</translation>
    </message>
    <message>
        <source>more than {low}, at most {high}</source>
        <translation>más de {low}, como máximo {high}</translation>
    </message>
    <message>
        <source>{low} to less than {high}</source>
        <translation>de {low} a menos de {high}</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} a {high}</translation>
    </message>
    <message>
        <source>Reset {what} of {layers}</source>
        <translation>Restablecer {what} de {layers}</translation>
    </message>
    <message>
        <source>Reset {layers} to the defaults</source>
        <translation>Devolver {layers} a los valores por defecto</translation>
    </message>
    <message>
        <source>A step for each weight by its own average gradient and spread: the default.</source>
        <translation>Un paso para cada peso según su gradiente medio y su dispersión: el habitual.</translation>
    </message>
    <message>
        <source>Adam with a weight decay that does not pass through its averages.</source>
        <translation>Adam con un decaimiento de pesos que no pasa por sus promedios.</translation>
    </message>
    <message>
        <source>Plain steps against the gradient; steady with momentum, wants a good rate.</source>
        <translation>Pasos simples contra el gradiente; estable con momento, exige una buena tasa.</translation>
    </message>
    <message>
        <source>Steps divided by the recent size of the gradient; good with noisy data.</source>
        <translation>Pasos divididos por el tamaño reciente del gradiente; bueno con datos ruidosos.</translation>
    </message>
    <message>
        <source>Adam that looks ahead where its momentum leads.</source>
        <translation>Adam que mira adelante, adonde lleva su momento.</translation>
    </message>
    <message>
        <source>Adam by the largest recent gradient; calm where gradients jump.</source>
        <translation>Adam según el mayor gradiente reciente; tranquilo donde los gradientes saltan.</translation>
    </message>
    <message>
        <source>Steps that shrink with all gradients so far; good with rare inputs.</source>
        <translation>Pasos que se encogen con todos los gradientes hasta ahora; bueno con entradas raras.</translation>
    </message>
    <message>
        <source>Finds the size of its steps itself; wants a rate of about 1.</source>
        <translation>Halla por sí mismo el tamaño de sus pasos; pide una tasa de alrededor de 1.</translation>
    </message>
    <message>
        <source>Steps of equal size, by sign alone; wants a tenth of Adam&apos;s rate.</source>
        <translation>Pasos de igual tamaño, solo por el signo; pide una décima parte de la tasa de Adam.</translation>
    </message>
    <message>
        <source>For several classes, behind softmax.</source>
        <translation>Para varias clases, detrás de softmax.</translation>
    </message>
    <message>
        <source>For two classes, behind one sigmoid.</source>
        <translation>Para dos clases, detrás de una sigmoid.</translation>
    </message>
    <message>
        <source>For values: large errors count much more than small ones.</source>
        <translation>Para valores: los errores grandes cuentan mucho más que los pequeños.</translation>
    </message>
    <message>
        <source>For values: errors count by their size; single large ones less.</source>
        <translation>Para valores: los errores cuentan según su tamaño; los grandes aislados, menos.</translation>
    </message>
    <message>
        <source>For values: squared near 0, by size beyond delta.</source>
        <translation>Para valores: al cuadrado cerca de 0, según su tamaño más allá de delta.</translation>
    </message>
    <message>
        <source>This data does not fit the network: {other} where {own} are expected.</source>
        <translation>Estos datos no encajan en la red: {other} donde se esperan {own}.</translation>
    </message>
    <message>
        <source>Choose data of the same kind as what the network learns from.</source>
        <translation>Elegir datos del mismo tipo que aquellos de los que aprende la red.</translation>
    </message>
    <message>
        <source>This data has the class “{name}”, which the network does not know.</source>
        <translation>Estos datos tienen la clase «{name}», que la red no conoce.</translation>
    </message>
    <message>
        <source>Leave its examples out, or train on data that has it.</source>
        <translation>Dejar fuera sus ejemplos, o entrenar con datos que la tengan.</translation>
    </message>
    <message>
        <source>{inputs} inputs with {outputs} values</source>
        <translation>{inputs} entradas con {outputs} valores</translation>
    </message>
    <message>
        <source>{inputs} inputs of {outputs} classes</source>
        <translation>{inputs} entradas de {outputs} clases</translation>
    </message>
    <message>
        <source>No digits have been kept yet.</source>
        <translation>Aún no se ha guardado ningún dígito.</translation>
    </message>
    <message>
        <source>Draw one, press its digit&apos;s key and then Enter; or choose another source.</source>
        <translation>Dibujar uno, pulsar la tecla de su dígito y luego Intro; o elegir otra fuente.</translation>
    </message>
    <message>
        <source>Left out: {reason}</source>
        <translation>Omitido: {reason}</translation>
    </message>
    <message>
        <source>Reading your digits</source>
        <translation>Leyendo los dígitos propios</translation>
    </message>
    <message>
        <source>it is no whole drawing</source>
        <translation>no es un dibujo completo</translation>
    </message>
    <message>
        <source>it does not say which digit it is</source>
        <translation>no dice qué dígito es</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>it is not a picture of 28 × 28</source>
        <translation>no es una imagen de 28 × 28</translation>
    </message>
    <message>
        <source>28 × 28 each</source>
        <translation>28 × 28 cada uno</translation>
    </message>
    <message>
        <source>Threshold: Otsu</source>
        <translation>Umbral: Otsu</translation>
    </message>
    <message>
        <source>Threshold: adaptive</source>
        <translation>Umbral: adaptativo</translation>
    </message>
    <message>
        <source>Upright</source>
        <translation>Derecha</translation>
    </message>
    <message>
        <source>In grey</source>
        <translation>En gris</translation>
    </message>
    <message>
        <source>Printed lines wiped off</source>
        <translation>Líneas impresas borradas</translation>
    </message>
    <message>
        <source>Light made even</source>
        <translation>Luz igualada</translation>
    </message>
    <message>
        <source>Dark ink becomes bright</source>
        <translation>La tinta oscura pasa a clara</translation>
    </message>
    <message>
        <source>Bright ink stays bright</source>
        <translation>La tinta clara sigue clara</translation>
    </message>
    <message>
        <source>Specks and edges dropped</source>
        <translation>Sin motas ni bordes</translation>
    </message>
    <message>
        <source>Cropped</source>
        <translation>Recortado</translation>
    </message>
    <message>
        <source>Thin pen thickened</source>
        <translation>Trazo fino engrosado</translation>
    </message>
    <message>
        <source>28 × 28</source>
        <translation>28 × 28</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>respuesta</translation>
    </message>
    <message>
        <source>true class</source>
        <translation>clase verdadera</translation>
    </message>
    <message>
        <source>share of the true class</source>
        <translation>proporción de la clase verdadera</translation>
    </message>
    <message>
        <source>Confusion matrix, in percent</source>
        <translation>Matriz de confusión, en tanto por ciento</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Matriz de confusión</translation>
    </message>
    <message>
        <source>ROC curves</source>
        <translation>Curvas ROC</translation>
    </message>
    <message>
        <source>false positive rate</source>
        <translation>tasa de falsos positivos</translation>
    </message>
    <message>
        <source>true positive rate</source>
        <translation>tasa de verdaderos positivos</translation>
    </message>
    <message>
        <source>Precision and recall</source>
        <translation>Precisión y exhaustividad</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>exhaustividad</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>optimizador</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>tasa de aprendizaje</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>decaimiento de pesos</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>clipping by value</source>
        <translation>recorte por valor</translation>
    </message>
    <message>
        <source>clipping by norm</source>
        <translation>recorte por norma</translation>
    </message>
    <message>
        <source>clipping of all</source>
        <translation>recorte conjunto</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>pérdida</translation>
    </message>
    <message>
        <source>label smoothing</source>
        <translation>suavizado de etiquetas</translation>
    </message>
    <message>
        <source>class weights</source>
        <translation>pesos de clase</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>métrica</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>plan de la tasa</translation>
    </message>
    <message>
        <source>batch size</source>
        <translation>tamaño de lote</translation>
    </message>
    <message>
        <source>epochs planned</source>
        <translation>épocas previstas</translation>
    </message>
    <message>
        <source>early stopping</source>
        <translation>parada temprana por paciencia</translation>
    </message>
    <message>
        <source>patience</source>
        <translation>paciencia</translation>
    </message>
    <message>
        <source>early stopping by</source>
        <translation>parada temprana según</translation>
    </message>
    <message>
        <source>best weights restored</source>
        <translation>mejores pesos restaurados</translation>
    </message>
    <message>
        <source>rate reduced on a plateau</source>
        <translation>tasa reducida en meseta</translation>
    </message>
    <message>
        <source>factor on a plateau</source>
        <translation>factor en meseta</translation>
    </message>
    <message>
        <source>patience on a plateau</source>
        <translation>paciencia en meseta</translation>
    </message>
    <message>
        <source>shuffling</source>
        <translation>barajado</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>semilla</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>precisión</translation>
    </message>
    <message>
        <source>data</source>
        <translation>datos</translation>
    </message>
    <message>
        <source>seed of the data</source>
        <translation>semilla de los datos</translation>
    </message>
    <message>
        <source>points an arm</source>
        <translation>puntos por brazo</translation>
    </message>
    <message>
        <source>arms</source>
        <translation>brazos</translation>
    </message>
    <message>
        <source>share for validation</source>
        <translation>parte para validación</translation>
    </message>
    <message>
        <source>share for the test</source>
        <translation>parte para la prueba</translation>
    </message>
    <message>
        <source>seed of the split</source>
        <translation>semilla de la división</translation>
    </message>
    <message>
        <source>stratified</source>
        <translation>estratificado</translation>
    </message>
    <message>
        <source>scaling</source>
        <translation>escalado</translation>
    </message>
    <message>
        <source>activations</source>
        <translation>activaciones</translation>
    </message>
    <message>
        <source>noise in the network</source>
        <translation>ruido en la red</translation>
    </message>
    <message>
        <source>initializers</source>
        <translation>inicializadores</translation>
    </message>
    <message>
        <source>normalization</source>
        <translation>normalización</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>parámetros</translation>
    </message>
    <message>
        <source>class and area</source>
        <translation>clase y área</translation>
    </message>
    <message>
        <source>share right</source>
        <translation>parte correcta</translation>
    </message>
    <message>
        <source>expected calibration error {error}</source>
        <translation>error de calibración esperado {error}</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>ejemplos</translation>
    </message>
    <message>
        <source>probability of the answer</source>
        <translation>probabilidad de la respuesta</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Calibración</translation>
    </message>
    <message>
        <source>units</source>
        <translation>unidades</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>activación</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>dropout</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>ruido</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>sesgo</translation>
    </message>
    <message>
        <source>initializer</source>
        <translation>inicializador</translation>
    </message>
    <message>
        <source>trainable</source>
        <translation>entrenable</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>pendiente</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>momento</translation>
    </message>
    <message>
        <source>epsilon</source>
        <translation>epsilon</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>L2</source>
        <translation>L2</translation>
    </message>
    <message>
        <source>constraint</source>
        <translation>restricción</translation>
    </message>
    <message>
        <source>largest norm</source>
        <translation>norma máxima</translation>
    </message>
    <message>
        <source>input</source>
        <translation>entrada</translation>
    </message>
    <message>
        <source>+1 layer ({which})</source>
        <translation>+1 capa ({which})</translation>
    </message>
    <message>
        <source>−1 layer ({which})</source>
        <translation>−1 capa ({which})</translation>
    </message>
    <message>
        <source>+{count} layers ({which})</source>
        <translation>+{count} capas ({which})</translation>
    </message>
    <message>
        <source>−{count} layers ({which})</source>
        <translation>−{count} capas ({which})</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>capas</translation>
    </message>
    <message>
        <source>{name}</source>
        <translation>{name}</translation>
    </message>
    <message>
        <source>{change} in {times} layers</source>
        <translation>{change} en {times} capas</translation>
    </message>
    <message>
        <source>{name} on</source>
        <translation>{name} activado</translation>
    </message>
    <message>
        <source>{name} off</source>
        <translation>{name} desactivado</translation>
    </message>
    <message>
        <source>{name}: {now}</source>
        <translation>{name}: {now}</translation>
    </message>
    <message>
        <source>without {name}</source>
        <translation>sin {name}</translation>
    </message>
    <message>
        <source>{name} {was} → {now}</source>
        <translation>{name} {was} → {now}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>{difference}, on other examples</source>
        <translation>{difference}, con otros ejemplos</translation>
    </message>
    <message>
        <source>{difference}; McNemar’s test: p {p}, significant</source>
        <translation>{difference}; prueba de McNemar: p {p}, significativo</translation>
    </message>
    <message>
        <source>{difference}; McNemar’s test: p {p}, not significant</source>
        <translation>{difference}; prueba de McNemar: p {p}, no significativo</translation>
    </message>
    <message>
        <source>{difference}, overlap of intervals: not significant</source>
        <translation>{difference}, los intervalos se solapan: no significativo</translation>
    </message>
    <message>
        <source>{difference}, the intervals don’t overlap: significant</source>
        <translation>{difference}, los intervalos no se solapan: significativo</translation>
    </message>
    <message>
        <source>{part} accuracy {points} points</source>
        <translation>exactitud en {part} {points} puntos</translation>
    </message>
    <message>
        <source>{part} mean absolute error {change}</source>
        <translation>error absoluto medio en {part} {change}</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>La red</translation>
    </message>
    <message>
        <source>Loading the library for pages…</source>
        <translation>Cargando la biblioteca de páginas…</translation>
    </message>
    <message>
        <source>Computing the page…</source>
        <translation>Calculando la página…</translation>
    </message>
    <message>
        <source>Writing the page…</source>
        <translation>Escribiendo la página…</translation>
    </message>
    <message>
        <source>Function and network</source>
        <translation>Función y red</translation>
    </message>
    <message>
        <source>network</source>
        <translation>red</translation>
    </message>
    <message>
        <source>target</source>
        <translation>objetivo</translation>
    </message>
    <message>
        <source>error</source>
        <translation>error</translation>
    </message>
    <message>
        <source>training examples</source>
        <translation>ejemplos de entrenamiento</translation>
    </message>
    <message>
        <source>value</source>
        <translation>valor</translation>
    </message>
    <message>
        <source>Output {number}: {formula}</source>
        <translation>Salida {number}: {formula}</translation>
    </message>
    <message>
        <source>new random weights</source>
        <translation>pesos nuevos al azar</translation>
    </message>
    <message>
        <source>after epoch {epoch}</source>
        <translation>tras la época {epoch}</translation>
    </message>
    <message>
        <source>validation: mean error {mae}, R² {r2}</source>
        <translation>validación: error medio {mae}, R² {r2}</translation>
    </message>
    <message>
        <source>{shown} of {count} training examples</source>
        <translation>{shown} de {count} ejemplos de entrenamiento</translation>
    </message>
    <message>
        <source>held: {inputs}</source>
        <translation>fijas: {inputs}</translation>
    </message>
    <message>
        <source>Target and network</source>
        <translation>Objetivo y red</translation>
    </message>
    <message>
        <source>network − target</source>
        <translation>red − objetivo</translation>
    </message>
    <message>
        <source>Drawing the figures</source>
        <translation>Dibujando las figuras</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entrenamiento</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Evaluación</translation>
    </message>
    <message>
        <source>Inside the network</source>
        <translation>Dentro de la red</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Ejemplos</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Entorno</translation>
    </message>
    <message>
        <source>{date} · {layers} layers, {parameters} parameters · {epochs} epochs</source>
        <translation>{date} · {layers} capas, {parameters} parámetros · {epochs} épocas</translation>
    </message>
    <message>
        <source>In brackets: where the scores of other examples of the same kind would lie in 95 % of the cases (bootstrap).</source>
        <translation>Entre paréntesis: dónde estarían las puntuaciones de otros ejemplos del mismo tipo en el 95 % de los casos (bootstrap).</translation>
    </message>
    <message>
        <source>Layer (type)</source>
        <translation>Capa (tipo)</translation>
    </message>
    <message>
        <source>Output shape</source>
        <translation>Forma de salida</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <translation>Multiplicaciones-sumas</translation>
    </message>
    <message>
        <source>{parameters} parameters, of which {trainable} are trained; {weights} of weights; {work} multiply-adds for an example.</source>
        <translation>{parameters} parámetros, de los que se entrenan {trainable}; {weights} de pesos; {work} multiplicaciones y sumas por ejemplo.</translation>
    </message>
    <message>
        <source>{epochs} epochs in {seconds} s.</source>
        <translation>{epochs} épocas en {seconds} s.</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisión</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Exhaustividad</translation>
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
        <source>{true} answered as {answer}: {count} times</source>
        <translation>{true} respondido como {answer}: {count} veces</translation>
    </message>
    <message>
        <source>Most confused:</source>
        <translation>Lo más confundido:</translation>
    </message>
    <message>
        <source>On “{part}”:</source>
        <translation>En «{part}»:</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validación</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>Other data</source>
        <translation>Otros datos</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Exactitud</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>Exactitud equilibrada</translation>
    </message>
    <message>
        <source>Precision, macro</source>
        <translation>Precisión, macro</translation>
    </message>
    <message>
        <source>Recall, macro</source>
        <translation>Exhaustividad, macro</translation>
    </message>
    <message>
        <source>F1, macro</source>
        <translation>F1, macro</translation>
    </message>
    <message>
        <source>Precision, weighted</source>
        <translation>Precisión, ponderada</translation>
    </message>
    <message>
        <source>Recall, weighted</source>
        <translation>Exhaustividad, ponderada</translation>
    </message>
    <message>
        <source>F1, weighted</source>
        <translation>F1, ponderado</translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation>Pérdida logarítmica</translation>
    </message>
    <message>
        <source>Among the first 2</source>
        <translation>Entre las 2 primeras</translation>
    </message>
    <message>
        <source>Among the first 3</source>
        <translation>Entre las 3 primeras</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa</source>
        <translation>Kappa de Cohen</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>Error de calibración</translation>
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
        <source>Root of it (RMSE)</source>
        <translation>Su raíz (RMSE)</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>Largest error</source>
        <translation>Mayor error</translation>
    </message>
    <message>
        <source>Ten examples at random</source>
        <translation>Diez ejemplos al azar</translation>
    </message>
    <message>
        <source>The worst mistakes</source>
        <translation>Los peores errores</translation>
    </message>
    <message>
        <source>Decision regions</source>
        <translation>Regiones de decisión</translation>
    </message>
    <message>
        <source>The network over the plane</source>
        <translation>La red sobre el plano</translation>
    </message>
    <message>
        <source>unit 1</source>
        <translation>unidad 1</translation>
    </message>
    <message>
        <source>unit 2</source>
        <translation>unidad 2</translation>
    </message>
    <message>
        <source>PC {number} · {share} %</source>
        <translation>CP {number} · {share} %</translation>
    </message>
    <message>
        <source>What “{layer}” makes of the data</source>
        <translation>Lo que «{layer}» hace de los datos</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>unidad</translation>
    </message>
    <message>
        <source>Kernel of “{layer}”</source>
        <translation>Kernel de «{layer}»</translation>
    </message>
    <message>
        <source>Top-{k} accuracy</source>
        <translation>Exactitud entre las {k} primeras</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Pérdida</translation>
    </message>
    <message>
        <source>Loss and metric over the epochs</source>
        <translation>Pérdida y métrica a lo largo de las épocas</translation>
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
        <source>best epoch</source>
        <translation>mejor época</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>época</translation>
    </message>
    <message>
        <source>true value</source>
        <translation>valor verdadero</translation>
    </message>
    <message>
        <source>predicted value</source>
        <translation>valor predicho</translation>
    </message>
    <message>
        <source>Predicted against true values</source>
        <translation>Valores predichos frente a verdaderos</translation>
    </message>
    <message>
        <source>predicted − true</source>
        <translation>predicho − verdadero</translation>
    </message>
    <message>
        <source>Residuals</source>
        <translation>Residuos</translation>
    </message>
    <message>
        <source>it is far too big</source>
        <translation>es demasiado grande</translation>
    </message>
    <message>
        <source>What the inputs of “{path}” mean can&apos;t be read: {reason}.</source>
        <translation>No se puede leer qué significan las entradas de «{path}»: {reason}.</translation>
    </message>
    <message>
        <source>It should be JSON such as {example}.</source>
        <translation>Debería ser JSON como {example}.</translation>
    </message>
    <message>
        <source>{path} is no longer there.</source>
        <translation>{path} ya no está.</translation>
    </message>
    <message>
        <source>Open the list of your digits again.</source>
        <translation>Abrir de nuevo la lista de los dígitos propios.</translation>
    </message>
    <message>
        <source>The network has not been trained yet.</source>
        <translation>La red aún no se ha entrenado.</translation>
    </message>
    <message>
        <source>This network does not learn from digits.</source>
        <translation>Esta red no aprende de dígitos.</translation>
    </message>
    <message>
        <source>Choose the built-in digits or MNIST as the data.</source>
        <translation>Elegir los dígitos incorporados o MNIST como datos.</translation>
    </message>
    <message>
        <source>Draw one, press its digit&apos;s key and then Enter.</source>
        <translation>Dibujar uno, pulsar la tecla de su dígito y luego Intro.</translation>
    </message>
    <message>
        <source>The network is being trained, or its data is not loaded yet.</source>
        <translation>La red se está entrenando o sus datos aún no se han cargado.</translation>
    </message>
    <message>
        <source>Wait until it is ready.</source>
        <translation>Esperar a que esté lista.</translation>
    </message>
    <message>
        <source>The data of the project is not loaded.</source>
        <translation>Los datos del proyecto no están cargados.</translation>
    </message>
    <message>
        <source>Wait until it is there, or choose other data.</source>
        <translation>Esperar a que estén, o elegir otros datos.</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>épocas</translation>
    </message>
    <message>
        <source>There are no strokes in {file}.</source>
        <translation>No hay trazos en {file}.</translation>
    </message>
    <message>
        <source>Choose a file with a drawing in it.</source>
        <translation>Elegir un archivo que contenga un dibujo.</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>Escribiendo {name}</translation>
    </message>
    <message>
        <source>Figures need the data, which is not loaded.</source>
        <translation>Las figuras necesitan los datos, que no están cargados.</translation>
    </message>
    <message>
        <source>Figures are of a trained network; this one has not been trained.</source>
        <translation>Las figuras son de una red entrenada; esta no se ha entrenado.</translation>
    </message>
    <message>
        <source>Evaluating</source>
        <translation>Evaluando</translation>
    </message>
    <message>
        <source>A picture on the web is not fetched: {address}.</source>
        <translation>No se descargan imágenes de la web: {address}.</translation>
    </message>
    <message>
        <source>Save it as a file first, or copy the picture itself and paste it.</source>
        <translation>Guardarla antes como archivo, o copiar la imagen misma y pegarla.</translation>
    </message>
    <message>
        <source>There is no picture to paste.</source>
        <translation>No hay ninguna imagen que pegar.</translation>
    </message>
    <message>
        <source>Copy a picture, or a picture file, and paste it then.</source>
        <translation>Copiar una imagen, o un archivo de imagen, y pegarlo después.</translation>
    </message>
    <message>
        <source>“{part}” of this run can&apos;t be read: {detail}.</source>
        <translation>No se puede leer «{part}» de esta ejecución: {detail}.</translation>
    </message>
    <message>
        <source>The rest of the run is still there. Open an earlier copy of the project for it.</source>
        <translation>El resto de la ejecución sigue ahí. Para esa parte, abrir una copia anterior del proyecto.</translation>
    </message>
    <message>
        <source>it has no list of epochs</source>
        <translation>no tiene una lista de épocas</translation>
    </message>
    <message>
        <source>questions and answers don’t fit together</source>
        <translation>preguntas y respuestas no encajan</translation>
    </message>
    <message>
        <source>{name} is missing</source>
        <translation>falta {name}</translation>
    </message>
    <message>
        <source>it is of other examples</source>
        <translation>es de otros ejemplos</translation>
    </message>
    <message>
        <source>The queue is training.</source>
        <translation>La cola está entrenando.</translation>
    </message>
    <message>
        <source>Stop it on the Runs page first; what it has not trained yet stays in it.</source>
        <translation>Pararla antes en la página Ejecuciones; lo que aún no ha entrenado sigue en ella.</translation>
    </message>
    <message>
        <source>A part of this run is no longer where it was: {detail}.</source>
        <translation>Una parte de esta ejecución ya no está donde estaba: {detail}.</translation>
    </message>
    <message>
        <source>Put the project file back where it was opened, or open it again.</source>
        <translation>Devolver el archivo del proyecto a donde se abrió, o abrirlo de nuevo.</translation>
    </message>
    <message>
        <source>A training is under way.</source>
        <translation>Hay un entrenamiento en marcha.</translation>
    </message>
    <message>
        <source>Stop it, then go back to the run.</source>
        <translation>Pararlo y volver después a la ejecución.</translation>
    </message>
    <message>
        <source>This run has no weights of epoch {epoch}.</source>
        <translation>Esta ejecución no tiene pesos de la época {epoch}.</translation>
    </message>
    <message>
        <source>Choose another epoch.</source>
        <translation>Elegir otra época.</translation>
    </message>
    <message>
        <source>test</source>
        <translation>prueba</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>semilla {seed}</translation>
    </message>
    <message>
        <source>The design has nothing called {targets}.</source>
        <translation>El diseño no tiene nada llamado {targets}.</translation>
    </message>
    <message>
        <source>Open the project that the sweep was made for.</source>
        <translation>Abrir el proyecto para el que se hizo el barrido.</translation>
    </message>
    <message>
        <source>The storage {address} can&apos;t be used: {reason}.</source>
        <translation>No se puede usar el almacenamiento {address}: {reason}.</translation>
    </message>
    <message>
        <source>Check the address, that its server runs, and that you may write there.</source>
        <translation>Comprobar la dirección, que su servidor esté en marcha y que se pueda escribir allí.</translation>
    </message>
    <message>
        <source>{database} needs a driver that is not installed.</source>
        <translation>{database} necesita un controlador que no está instalado.</translation>
    </message>
    <message>
        <source>Install it with pip install {package}.</source>
        <translation>Instálelo con pip install {package}.</translation>
    </message>
    <message>
        <source>“{address}” is no storage.</source>
        <translation>«{address}» no es un almacenamiento.</translation>
    </message>
    <message>
        <source>Give postgresql://USER@HOST/NAME, mysql://USER@HOST/NAME, a file ending with .db for SQLite, or journal:FILE.</source>
        <translation>Indique postgresql://USER@HOST/NAME, mysql://USER@HOST/NAME, un archivo terminado en .db para SQLite o journal:FILE.</translation>
    </message>
    <message>
        <source>The study “{name}” was never begun properly.</source>
        <translation>El estudio «{name}» nunca llegó a empezar bien.</translation>
    </message>
    <message>
        <source>Give another name with --study.</source>
        <translation>Indique otro nombre con --study.</translation>
    </message>
    <message>
        <source>The study “{name}” is of another program.</source>
        <translation>El estudio «{name}» es de otro programa.</translation>
    </message>
    <message>
        <source>The study “{name}” was begun with another design.</source>
        <translation>El estudio «{name}» se empezó con otro diseño.</translation>
    </message>
    <message>
        <source>Open the design it was begun with, or give another name with --study.</source>
        <translation>Abrir el diseño con el que se empezó, o indicar otro nombre con --study.</translation>
    </message>
    <message>
        <source>The data here is not that of the study “{name}”.</source>
        <translation>Los datos de aquí no son los del estudio «{name}».</translation>
    </message>
    <message>
        <source>Copy the data of the computer that began it, or begin another study.</source>
        <translation>Copie los datos del ordenador que lo empezó, o empiece otro estudio.</translation>
    </message>
    <message>
        <source>Nothing is ticked to be searched.</source>
        <translation>No hay nada marcado para buscar.</translation>
    </message>
    <message>
        <source>Tick parameters of the network or of the training.</source>
        <translation>Marcar parámetros de la red o del entrenamiento.</translation>
    </message>
    <message>
        <source>The grid has {size} combinations.</source>
        <translation>La cuadrícula tiene {size} combinaciones.</translation>
    </message>
    <message>
        <source>Search fewer parameters or points, or choose another sampler.</source>
        <translation>Busque menos parámetros o puntos, o elija otro muestreador.</translation>
    </message>
    <message>
        <source>The sweep&apos;s process ended unexpectedly. Start it again: it goes on.</source>
        <translation>El proceso del barrido terminó de forma inesperada. Inícielo de nuevo: continúa.</translation>
    </message>
    <message>
        <source>Save the project elsewhere, or name a storage with --storage.</source>
        <translation>Guardar el proyecto en otro lugar, o indicar un almacenamiento con --storage.</translation>
    </message>
    <message>
        <source>Worker processes keep ending unexpectedly. Try fewer workers: the memory may not suffice.</source>
        <translation>Los procesos siguen terminando de forma inesperada. Probar con menos: puede que falte memoria.</translation>
    </message>
    <message>
        <source>Trial {number} has been silent for a minute: it is tried again.</source>
        <translation>La prueba {number} lleva un minuto en silencio: se repite.</translation>
    </message>
    <message>
        <source>The time is over after {count} trials.</source>
        <translation>El tiempo se acabó tras {count} pruebas.</translation>
    </message>
    <message>
        <source>Stopped after {count} trials; it can go on.</source>
        <translation>Detenido tras {count} pruebas; puede continuar.</translation>
    </message>
    <message>
        <source>All {count} combinations have been tried.</source>
        <translation>Se han probado las {count} combinaciones.</translation>
    </message>
    <message>
        <source>All {count} trials are done.</source>
        <translation>Las {count} pruebas están hechas.</translation>
    </message>
    <message>
        <source>exit status {code}</source>
        <translation>estado de salida {code}</translation>
    </message>
    <message>
        <source>Worker {number} ended unexpectedly ({how}); another takes its place.</source>
        <translation>El proceso {number} terminó de forma inesperada ({how}); otro ocupa su lugar.</translation>
    </message>
    <message>
        <source>Worker {number} ended unexpectedly ({how}); another takes its place and trial {trial} is tried again.</source>
        <translation>El proceso {number} terminó de forma inesperada ({how}); otro ocupa su lugar y la prueba {trial} se repite.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Tasa de aprendizaje</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Lote</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Optimizador</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Plan de la tasa</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Decaimiento</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>Suavizado de etiquetas</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>Capas ocultas</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unidades</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Activación</translation>
    </message>
    <message>
        <source>Initializer</source>
        <translation>Inicializador</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>Penalización L2</translation>
    </message>
    <message>
        <source>Dropout rate</source>
        <translation>Tasa de dropout</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Ruido</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>espera</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en marcha</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>completa</translation>
    </message>
    <message>
        <source>pruned</source>
        <translation>podada</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falló</translation>
    </message>
    <message>
        <source>lost, tried again</source>
        <translation>perdida, se repite</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>detenida</translation>
    </message>
    <message>
        <source>Validation accuracy</source>
        <translation>Exactitud de validación</translation>
    </message>
    <message>
        <source>Validation top-k accuracy</source>
        <translation>Exactitud top-k de validación</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>Pérdida de validación</translation>
    </message>
    <message>
        <source>Validation MAE</source>
        <translation>MAE de validación</translation>
    </message>
    <message>
        <source>Validation MSE</source>
        <translation>MSE de validación</translation>
    </message>
</context>
<context>
    <name>AnswerPanel</name>
    <message>
        <source>Step by step</source>
        <translation>Paso a paso</translation>
    </message>
    <message>
        <source>As in the notebooks</source>
        <translation>Como en los cuadernos</translation>
    </message>
    <message>
        <source>Grey, resized to 28 × 28, inverted, divided by 255; nothing else.</source>
        <translation>Gris, llevada a 28 × 28, invertida, dividida entre 255; nada más.</translation>
    </message>
    <message>
        <source>Compare with the notebooks&apos; way</source>
        <translation>Comparar con el modo de los cuadernos</translation>
    </message>
</context>
<context>
    <name>Architectures</name>
    <message>
        <source>Open an architecture</source>
        <translation>Abrir una arquitectura</translation>
    </message>
    <message>
        <source>Networks ({suffixes})</source>
        <translation>Redes ({suffixes})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>Leyendo {name}…</translation>
    </message>
    <message>
        <source>Export the architecture</source>
        <translation>Exportar la arquitectura</translation>
    </message>
    <message>
        <source>Keras JSON (*.json)</source>
        <translation>JSON de Keras (*.json)</translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation>Escribiendo {name}…</translation>
    </message>
    <message>
        <source>Reading the weights of {name}…</source>
        <translation>Leyendo los pesos de {name}…</translation>
    </message>
    <message>
        <source>“{name}” holds a network and its weights.</source>
        <translation>«{name}» contiene una red y sus pesos.</translation>
    </message>
    <message>
        <source>{network}

It takes the place of the present network; Undo brings that back.</source>
        <translation>{network}

Ocupa el lugar de la red actual; «Deshacer» la devuelve.</translation>
    </message>
    <message>
        <source>With &amp;weights</source>
        <translation>Con &amp;pesos</translation>
    </message>
    <message>
        <source>&amp;Architecture only</source>
        <translation>Solo la &amp;arquitectura</translation>
    </message>
    <message>
        <source>Open the architecture of {name}</source>
        <translation>Abrir la arquitectura de {name}</translation>
    </message>
    <message>
        <source>The network of {name} is here. Undo brings back the former one.</source>
        <translation>La red de {name} está aquí. «Deshacer» devuelve la anterior.</translation>
    </message>
    <message>
        <source>The network of {name} is here with its weights. Undo brings back the former one.</source>
        <translation>La red de {name} está aquí con sus pesos. «Deshacer» devuelve la anterior.</translation>
    </message>
    <message>
        <source>The architecture is in {path}</source>
        <translation>La arquitectura está en {path}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>ArraysDialog</name>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Choose the answers…</source>
        <translation>Elegir las respuestas…</translation>
    </message>
    <message>
        <source>A second .npy file with one answer an example</source>
        <translation>Un segundo archivo .npy con una respuesta por ejemplo</translation>
    </message>
    <message>
        <source>Drop an .npz file here, or choose one: it holds an array of inputs and one of answers, a row for each example.
Or choose a .npy file with inputs, then one with answers.</source>
        <translation>Soltar aquí un archivo .npz, o elegirlo: contiene un array de entradas y otro de respuestas, una fila por ejemplo.
O elegir un archivo .npy con las entradas y después otro con las respuestas.</translation>
    </message>
    <message>
        <source>Your own arrays</source>
        <translation>Arrays propios</translation>
    </message>
    <message>
        <source>{count} examples → {shape}</source>
        <translation>{count} ejemplos → {shape}</translation>
    </message>
    <message>
        <source>{count} examples, {test} to test → {shape}</source>
        <translation>{count} ejemplos, {test} de prueba → {shape}</translation>
    </message>
    <message>
        <source>{outputs} classes</source>
        <translation>{outputs} clases</translation>
    </message>
    <message>
        <source>1 value</source>
        <translation>1 valor</translation>
    </message>
    <message>
        <source>{outputs} values</source>
        <translation>{outputs} valores</translation>
    </message>
    <message>
        <source>Choose arrays</source>
        <translation>Elegir arrays</translation>
    </message>
    <message>
        <source>NumPy files (*.npz *.npy);;All files (*)</source>
        <translation>Archivos de NumPy (*.npz *.npy);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Choose the answers</source>
        <translation>Elegir las respuestas</translation>
    </message>
    <message>
        <source>NumPy arrays (*.npy);;All files (*)</source>
        <translation>Arrays de NumPy (*.npy);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Entradas</translation>
    </message>
    <message>
        <source>Inputs of the test set</source>
        <translation>Entradas del conjunto de prueba</translation>
    </message>
    <message>
        <source>Answers of the test set</source>
        <translation>Respuestas del conjunto de prueba</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Sin usar</translation>
    </message>
    <message>
        <source>The arrays in the file</source>
        <translation>Los arrays del archivo</translation>
    </message>
    <message>
        <source>Array</source>
        <translation>Array</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Forma</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Classes (classification)</source>
        <translation>Clases (clasificación)</translation>
    </message>
    <message>
        <source>Values (regression)</source>
        <translation>Valores (regresión)</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Predecir</translation>
    </message>
</context>
<context>
    <name>BesideField</name>
    <message>
        <source>Together with</source>
        <translation>Junto con</translation>
    </message>
    <message>
        <source>A few digits of one&apos;s own teach little alone: learn from others too.</source>
        <translation>Unos pocos dígitos propios enseñan poco por sí solos: conviene aprender también de otros.</translation>
    </message>
    <message>
        <source>Nothing else</source>
        <translation>Nada más</translation>
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
        <source>MNIST and built-in digits</source>
        <translation>MNIST y dígitos incluidos</translation>
    </message>
</context>
<context>
    <name>BoxesView</name>
    <message>
        <source>The photo with the digits found</source>
        <translation>La foto con los dígitos hallados</translation>
    </message>
    <message>
        <source>Click a digit and type what it is; drag its edges to place it, or drag elsewhere to add one.</source>
        <translation>Pulsar un dígito y escribir cuál es; arrastrar sus bordes para ajustarlo, o arrastrar en otro lugar para añadir uno.</translation>
    </message>
</context>
<context>
    <name>CallbackRows</name>
    <message>
        <source>Patience</source>
        <translation>Paciencia</translation>
    </message>
    <message>
        <source>Epochs without an improvement that are waited for.</source>
        <translation>Épocas sin mejora que se esperan.</translation>
    </message>
    <message>
        <source>Least gain</source>
        <translation>Mejora mínima</translation>
    </message>
    <message>
        <source>Keras&apos;s min_delta: a smaller change for the better does not count as one.</source>
        <translation>min_delta de Keras: un cambio a mejor más pequeño no cuenta como mejora.</translation>
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
    <name>CanvasTools</name>
    <message>
        <source>Width of the pen</source>
        <translation>Grosor del lápiz</translation>
    </message>
    <message>
        <source>How wide pen and eraser are ([ and ]); the circle at the pointer shows it.</source>
        <translation>Grosor del lápiz y de la goma ([ y ]); lo muestra el círculo del puntero.</translation>
    </message>
    <message>
        <source>Take the last stroke back (Ctrl+Z in the canvas)</source>
        <translation>Deshacer el último trazo (Ctrl+Z en el lienzo)</translation>
    </message>
    <message>
        <source>Bring it back (Ctrl+Shift+Z in the canvas)</source>
        <translation>Rehacerlo (Ctrl+Mayús+Z en el lienzo)</translation>
    </message>
    <message>
        <source>Clear the drawing (Delete); undo brings it back</source>
        <translation>Borrar el dibujo (Supr); deshacer lo recupera</translation>
    </message>
    <message>
        <source>Pen (E changes between pen and eraser)</source>
        <translation>Lápiz (E cambia entre lápiz y goma)</translation>
    </message>
    <message>
        <source>Erase whole strokes (E); so does the right mouse button</source>
        <translation>Borrar trazos enteros (E); también con el botón derecho</translation>
    </message>
    <message>
        <source>Erase what it is led over (E)</source>
        <translation>Borrar por donde se pasa (E)</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>label {name}</source>
        <translation>etiqueta {name}</translation>
    </message>
    <message>
        <source>read as {name}</source>
        <translation>leído como {name}</translation>
    </message>
    <message>
        <source>true {value}</source>
        <translation>verdadero {value}</translation>
    </message>
    <message>
        <source>predicted {value}</source>
        <translation>predicho {value}</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>UMAP needs the package umap-learn, which is not installed.</source>
        <translation>UMAP necesita el paquete umap-learn, que no está instalado.</translation>
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
        <source>Test examples</source>
        <translation>Ejemplos de prueba</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Predicción</translation>
    </message>
    <message>
        <source>Right or wrong</source>
        <translation>Acierto o error</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Pérdida</translation>
    </message>
</context>
<context>
    <name>ChoicesForm</name>
    <message>
        <source>Threshold</source>
        <translation>Umbral</translation>
    </message>
    <message>
        <source>Otsu</source>
        <translation>Otsu</translation>
    </message>
    <message>
        <source>One level parts all ink from all paper.</source>
        <translation>Un solo nivel separa toda la tinta de todo el papel.</translation>
    </message>
    <message>
        <source>Adaptive</source>
        <translation>Adaptativo</translation>
    </message>
    <message>
        <source>The level follows the surroundings of each pixel (Sauvola).</source>
        <translation>El nivel sigue el entorno de cada píxel (Sauvola).</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>Tinta</translation>
    </message>
    <message>
        <source>As found</source>
        <translation>Como se halla</translation>
    </message>
    <message>
        <source>There is less ink than paper.</source>
        <translation>Hay menos tinta que papel.</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>The ink is darker than the paper.</source>
        <translation>La tinta es más oscura que el papel.</translation>
    </message>
    <message>
        <source>Bright</source>
        <translation>Clara</translation>
    </message>
    <message>
        <source>The ink is brighter than the paper.</source>
        <translation>La tinta es más clara que el papel.</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Corrección</translation>
    </message>
    <message>
        <source>To the left fainter lines are ink too; to the right only the darkest.</source>
        <translation>A la izquierda también son tinta las líneas tenues; a la derecha, solo las más oscuras.</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>One digit or many</source>
        <translation>Un dígito o varios</translation>
    </message>
    <message>
        <source>Cut or turn the photo</source>
        <translation>Recortar o girar la foto</translation>
    </message>
    <message>
        <source>Tell ink from paper</source>
        <translation>Separar la tinta del papel</translation>
    </message>
</context>
<context>
    <name>ClassCounts</name>
    <message>
        <source>Examples of each class</source>
        <translation>Ejemplos de cada clase</translation>
    </message>
    <message>
        <source>Counts per class</source>
        <translation>Ejemplos por clase</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entrenamiento</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validación</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>share</source>
        <translation>proporción</translation>
    </message>
</context>
<context>
    <name>ClassWeightFields</name>
    <message>
        <source>No class weights</source>
        <translation>Sin pesos de clase</translation>
    </message>
    <message>
        <source>Balanced class weights</source>
        <translation>Pesos de clase equilibrados</translation>
    </message>
    <message>
        <source>Custom class weights</source>
        <translation>Pesos de clase propios</translation>
    </message>
    <message>
        <source>Class weights</source>
        <translation>Pesos de clase</translation>
    </message>
    <message>
        <source>How much each class counts in the training loss; validation is not weighted. Balanced: the rarer a class, the more each of its examples counts.</source>
        <translation>Cuánto cuenta cada clase en la pérdida de entrenamiento; la validación no se pondera. Equilibrados: cuanto más rara es una clase, más cuenta cada uno de sus ejemplos.</translation>
    </message>
    <message>
        <source>Weight of class {n}</source>
        <translation>Peso de la clase {n}</translation>
    </message>
    <message>
        <source>How much each example of class {n} counts in the training loss.</source>
        <translation>Cuánto cuenta cada ejemplo de la clase {n} en la pérdida de entrenamiento.</translation>
    </message>
    <message>
        <source>Set the class weights</source>
        <translation>Cambiar los pesos de clase</translation>
    </message>
</context>
<context>
    <name>ClassesPage</name>
    <message>
        <source>Scores of each class</source>
        <translation>Puntuaciones de cada clase</translation>
    </message>
    <message>
        <source>Click to sort; click again to turn the order round</source>
        <translation>Clic para ordenar; otro clic invierte el orden</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisión</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Exhaustividad</translation>
    </message>
    <message>
        <source>ROC-AUC</source>
        <translation>ROC-AUC</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Ejemplos</translation>
    </message>
</context>
<context>
    <name>CloserLook</name>
    <message>
        <source>A closer look</source>
        <translation>Una mirada más de cerca</translation>
    </message>
    <message>
        <source>Draw a digit, or open a photo.</source>
        <translation>Dibuje un dígito o abra una foto.</translation>
    </message>
    <message>
        <source>Once the network has been trained, this tells why it answers.</source>
        <translation>Cuando la red esté entrenada, aquí se dirá por qué responde así.</translation>
    </message>
    <message>
        <source>Why this answer</source>
        <translation>Por qué esta respuesta</translation>
    </message>
    <message>
        <source>Explained answer</source>
        <translation>Respuesta explicada</translation>
    </message>
    <message>
        <source>The answer that is explained.</source>
        <translation>La respuesta que se explica.</translation>
    </message>
    <message>
        <source>The answer given</source>
        <translation>La respuesta dada</translation>
    </message>
    <message>
        <source>Only the image</source>
        <translation>Solo la imagen</translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation>Gradientes integrados</translation>
    </message>
    <message>
        <source>What each pixel adds on the way from an empty image; it sums up.</source>
        <translation>Lo que cada píxel añade en el camino desde una imagen vacía; la suma cuadra.</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>How the score would change if the pixel were a little lighter.</source>
        <translation>Cómo cambiaría la puntuación si el píxel fuera un poco más claro.</translation>
    </message>
    <message>
        <source>Slope × pixel</source>
        <translation>Pendiente × píxel</translation>
    </message>
    <message>
        <source>The slope, where there is ink.</source>
        <translation>La pendiente, donde hay tinta.</translation>
    </message>
    <message>
        <source>Covering parts</source>
        <translation>Tapando partes</translation>
    </message>
    <message>
        <source>How far the score falls when 4 × 4 pixels are covered.</source>
        <translation>Cuánto baja la puntuación cuando se tapan 4 × 4 píxeles.</translation>
    </message>
    <message>
        <source>Plain resize</source>
        <translation>Solo redimensionar</translation>
    </message>
    <message>
        <source>Cropped</source>
        <translation>Recortado</translation>
    </message>
    <message>
        <source>Scaled to 20 × 20</source>
        <translation>Escalado a 20 × 20</translation>
    </message>
    <message>
        <source>Centred by mass</source>
        <translation>Centrado por masa</translation>
    </message>
    <message>
        <source>The nearest training examples, as the first hidden layer sees it</source>
        <translation>Los ejemplos de entrenamiento más cercanos, según la primera capa oculta</translation>
    </message>
    <message>
        <source>Read as “{name}” with {share}, before “{other}” with {less}.</source>
        <translation>Leído como «{name}» con {share}, antes que «{other}» con {less}.</translation>
    </message>
    <message>
        <source>Blue speaks for “{name}”, orange against it.</source>
        <translation>El azul habla a favor de «{name}»; el naranja, en contra.</translation>
    </message>
    <message>
        <source>The score of “{name}” before softmax is {gained} above that of an empty image; what is coloured sums up to {total}.</source>
        <translation>La puntuación de «{name}» antes de softmax está {gained} por encima de la de una imagen vacía; lo coloreado suma {total}.</translation>
    </message>
</context>
<context>
    <name>ColumnsModel</name>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Sí o no</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Columna</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valores</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Faltan</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} a {high}</translation>
    </message>
    <message>
        <source>more than {count} different</source>
        <translation>más de {count} distintos</translation>
    </message>
    <message>
        <source>{count} different</source>
        <translation>{count} distintos</translation>
    </message>
</context>
<context>
    <name>ColumnsView</name>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
</context>
<context>
    <name>ComparePanel</name>
    <message>
        <source>What is shown of the selected runs</source>
        <translation>Qué se muestra de las ejecuciones seleccionadas</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Curvas</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Diferencias</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Puntuaciones</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Select a run to see its curves; select two to compare them.</source>
        <translation>Seleccionar una ejecución para ver sus curvas; seleccionar dos para compararlas.</translation>
    </message>
    <message>
        <source>What is drawn</source>
        <translation>Qué se dibuja</translation>
    </message>
    <message>
        <source>Training too</source>
        <translation>También entrenamiento</translation>
    </message>
    <message>
        <source>Draw the training&apos;s curves dashed beside the validation&apos;s</source>
        <translation>Dibujar a trazos las curvas de entrenamiento junto a las de validación</translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation>Escala log</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>Ajustes que difieren</translation>
    </message>
    <message>
        <source>Scores side by side</source>
        <translation>Puntuaciones lado a lado</translation>
    </message>
    <message>
        <source>What did you try, and what came of it?</source>
        <translation>¿Qué se probó y qué resultó?</translation>
    </message>
    <message>
        <source>Notes on the run</source>
        <translation>Notas sobre la ejecución</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>y {count} más</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Pérdida</translation>
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
        <source>Learning rate</source>
        <translation>Tasa de aprendizaje</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Ajuste</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
</context>
<context>
    <name>ConfusionPage</name>
    <message>
        <source>Counts</source>
        <translation>Cantidades</translation>
    </message>
    <message>
        <source>% of true class</source>
        <translation>% de la clase verdadera</translation>
    </message>
    <message>
        <source>Numbers in the matrix</source>
        <translation>Números de la matriz</translation>
    </message>
    <message>
        <source>How many examples, or which share of the examples of the true class</source>
        <translation>Cuántos ejemplos, o qué parte de los ejemplos de la clase verdadera</translation>
    </message>
    <message>
        <source>rows: true · columns: read as</source>
        <translation>filas: verdadera · columnas: leída como</translation>
    </message>
    <message>
        <source>Most confused</source>
        <translation>Lo más confundido</translation>
    </message>
    <message>
        <source>No mistakes.</source>
        <translation>Ningún error.</translation>
    </message>
    <message>
        <source>{true} read as {answered}: {count} times</source>
        <translation>{true} leído como {answered}: {count} veces</translation>
    </message>
    <message>
        <source>{true} read as {answered}: once</source>
        <translation>{true} leído como {answered}: una vez</translation>
    </message>
    <message>
        <source>Most confused:</source>
        <translation>Lo más confundido:</translation>
    </message>
    <message>
        <source>the {count} surest are shown</source>
        <translation>se muestran los {count} más seguros</translation>
    </message>
</context>
<context>
    <name>ContractDialog</name>
    <message>
        <source>What the network gets</source>
        <translation>Qué recibe la red</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>Averiguar</translation>
    </message>
    <message>
        <source>Try every usual way on 500 written digits.</source>
        <translation>Probar todas las formas habituales con 500 dígitos escritos.</translation>
    </message>
    <message>
        <source>0 to 1 (÷ 255)</source>
        <translation>0 a 1 (÷ 255)</translation>
    </message>
    <message>
        <source>0 to 255</source>
        <translation>0 a 255</translation>
    </message>
    <message>
        <source>−1 to 1</source>
        <translation>−1 a 1</translation>
    </message>
    <message>
        <source>Standardised (mean 0.1307, deviation 0.3081)</source>
        <translation>Estandarizados (media 0.1307, desviación 0.3081)</translation>
    </message>
    <message>
        <source>As it was trained: each pixel its own</source>
        <translation>Como se entrenó: cada píxel la suya</translation>
    </message>
    <message>
        <source>White on black, as MNIST</source>
        <translation>Blanco sobre negro, como MNIST</translation>
    </message>
    <message>
        <source>Black on white</source>
        <translation>Negro sobre blanco</translation>
    </message>
    <message>
        <source>20 × 20, centre of mass in the middle, as MNIST</source>
        <translation>20 × 20, centro de masa en el medio, como MNIST</translation>
    </message>
    <message>
        <source>20 × 20, in the middle</source>
        <translation>20 × 20, en el medio</translation>
    </message>
    <message>
        <source>As they were drawn</source>
        <translation>Como se dibujaron</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Píxeles</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>Tinta</translation>
    </message>
    <message>
        <source>Where digits stand</source>
        <translation>Dónde están los dígitos</translation>
    </message>
    <message>
        <source>Names of the answers, with commas between</source>
        <translation>Nombres de las respuestas, separados por comas</translation>
    </message>
    <message>
        <source>The network has {outputs} answers; there are {given} names.</source>
        <translation>La red tiene {outputs} respuestas; hay {given} nombres.</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Probando…</translation>
    </message>
    <message>
        <source>So it reads {share} of 500 written digits.</source>
        <translation>Así lee {share} de 500 dígitos escritos.</translation>
    </message>
    <message>
        <source>No usual way reads more than {share} of 500 written digits.</source>
        <translation>Ninguna forma habitual lee más de {share} de 500 dígitos escritos.</translation>
    </message>
</context>
<context>
    <name>ContractLink</name>
    <message>
        <source>What the network was trained on: the range of its pixels, light or dark ink, how digits stand in its pictures, the names of its answers.</source>
        <translation>Con qué se entrenó la red: el rango de sus píxeles, tinta clara u oscura, cómo están los dígitos en sus imágenes, los nombres de sus respuestas.</translation>
    </message>
    <message>
        <source>Say what the network gets</source>
        <translation>Indicar qué recibe la red</translation>
    </message>
    <message>
        <source>Own scaling</source>
        <translation>Escala propia</translation>
    </message>
    <message>
        <source>{low} to {high}, dark ink</source>
        <translation>{low} a {high}, tinta oscura</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} a {high}</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>Select a digit first, then type what it is.</source>
        <translation>Seleccionar antes un dígito y escribir después cuál es.</translation>
    </message>
    <message>
        <source>“{letter}” is none of the classes: {names}.</source>
        <translation>«{letter}» no es ninguna de las clases: {names}.</translation>
    </message>
    <message>
        <source>Correct a digit</source>
        <translation>Corregir un dígito</translation>
    </message>
    <message>
        <source>Add a digit</source>
        <translation>Añadir un dígito</translation>
    </message>
    <message>
        <source>Place a digit</source>
        <translation>Ajustar un dígito</translation>
    </message>
    <message>
        <source>Merge digits</source>
        <translation>Unir dígitos</translation>
    </message>
    <message>
        <source>Split a digit</source>
        <translation>Dividir un dígito</translation>
    </message>
    <message>
        <source>Delete digits</source>
        <translation>Eliminar dígitos</translation>
    </message>
</context>
<context>
    <name>CropView</name>
    <message>
        <source>The photo and the part that is read</source>
        <translation>La foto y la parte que se lee</translation>
    </message>
    <message>
        <source>Drag the handles to cut, the knob to turn. Keys: arrows move, with Shift they size; comma and full stop turn; Home takes all.</source>
        <translation>Arrastrar los tiradores para recortar y el pomo para girar. Teclas: las flechas mueven, con Mayús cambian el tamaño; la coma y el punto giran; Inicio toma todo.</translation>
    </message>
</context>
<context>
    <name>CurvesPage</name>
    <message>
        <source>ROC curves</source>
        <translation>Curvas ROC</translation>
    </message>
    <message>
        <source>Precision and recall</source>
        <translation>Precisión y exhaustividad</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Calibración</translation>
    </message>
    <message>
        <source>ROC</source>
        <translation>ROC</translation>
    </message>
    <message>
        <source>mean area {value}</source>
        <translation>área media {value}</translation>
    </message>
    <message>
        <source>no class is shown</source>
        <translation>no se muestra ninguna clase</translation>
    </message>
    <message>
        <source>area {value}</source>
        <translation>área {value}</translation>
    </message>
    <message>
        <source>false alarms</source>
        <translation>falsas alarmas</translation>
    </message>
    <message>
        <source>found</source>
        <translation>encontrados</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>exhaustividad</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>precisión</translation>
    </message>
    <message>
        <source>probability of the answer</source>
        <translation>probabilidad de la respuesta</translation>
    </message>
    <message>
        <source>share right</source>
        <translation>parte correcta</translation>
    </message>
    <message>
        <source>no probabilities</source>
        <translation>sin probabilidades</translation>
    </message>
    <message>
        <source>{points} points off on average, rather too sure</source>
        <translation>{points} puntos de desvío medio, más bien demasiado segura</translation>
    </message>
    <message>
        <source>{points} points off on average, rather too modest</source>
        <translation>{points} puntos de desvío medio, más bien demasiado modesta</translation>
    </message>
    <message>
        <source>{points} points off</source>
        <translation>{points} puntos de desvío</translation>
    </message>
    <message>
        <source>Expected calibration error {error}: how far the probability of the answer is from the share that is right, the mean over ten ranges. The bars are how many examples there are in each; grey rings have fewer than ten.</source>
        <translation>Error de calibración esperado {error}: cuánto dista la probabilidad de la respuesta de la parte correcta, media de diez intervalos. Las barras son cuántos ejemplos hay en cada uno; los anillos grises tienen menos de diez.</translation>
    </message>
</context>
<context>
    <name>CurvesPanel</name>
    <message>
        <source>{count} selected</source>
        <translation>{count} seleccionados</translation>
    </message>
    <message>
        <source>{count} selected, no film</source>
        <translation>{count} seleccionados, sin película</translation>
    </message>
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
        <source>Data</source>
        <translation>Datos</translation>
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
</context>
<context>
    <name>DataPreview</name>
    <message>
        <source>Examples</source>
        <translation>Ejemplos</translation>
    </message>
    <message>
        <source>Random examples. Click to see others, double click to look closely.</source>
        <translation>Ejemplos al azar. Clic para ver otros, doble clic para verlos de cerca.</translation>
    </message>
    <message>
        <source>output against input</source>
        <translation>salida frente a entrada</translation>
    </message>
    <message>
        <source>second output against first</source>
        <translation>segunda salida frente a la primera</translation>
    </message>
    <message>
        <source>the outputs as arrows</source>
        <translation>las salidas como flechas</translation>
    </message>
    <message>
        <source>first output against first input</source>
        <translation>primera salida frente a primera entrada</translation>
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
        <source>Back to the defaults</source>
        <translation>Volver a los valores por defecto</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>What is on the photo</source>
        <translation>Qué hay en la foto</translation>
    </message>
    <message>
        <source>One digit</source>
        <translation>Un dígito</translation>
    </message>
    <message>
        <source>Read the photo as one digit.</source>
        <translation>Leer la foto como un solo dígito.</translation>
    </message>
    <message>
        <source>Sheet of digits</source>
        <translation>Hoja de dígitos</translation>
    </message>
    <message>
        <source>Find all digits on the photo.</source>
        <translation>Hallar todos los dígitos de la foto.</translation>
    </message>
    <message>
        <source>Turn the photo a quarter to the left</source>
        <translation>Girar la foto un cuarto a la izquierda</translation>
    </message>
    <message>
        <source>Turn the photo a quarter to the right</source>
        <translation>Girar la foto un cuarto a la derecha</translation>
    </message>
    <message>
        <source>Whole photo</source>
        <translation>Foto entera</translation>
    </message>
    <message>
        <source>Cut nothing off (Home)</source>
        <translation>No recortar nada (Inicio)</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Take this photo off the list; it can be brought back</source>
        <translation>Quitar esta foto de la lista; se puede recuperar</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>Bring back what was put away last</source>
        <translation>Recuperar lo último que se quitó</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Abrir…</translation>
    </message>
    <message>
        <source>Open more photos; or drop or paste them here</source>
        <translation>Abrir más fotos; también se pueden soltar o pegar aquí</translation>
    </message>
    <message>
        <source>Turned</source>
        <translation>Giro</translation>
    </message>
    <message>
        <source>How far the photo is turned clockwise, in degrees.</source>
        <translation>Cuánto se gira la foto en el sentido del reloj, en grados.</translation>
    </message>
    <message>
        <source>From the photo to the image, step by step</source>
        <translation>De la foto a la imagen, paso a paso</translation>
    </message>
</context>
<context>
    <name>DeviceMenu</name>
    <message>
        <source>Why there?</source>
        <translation>¿Por qué ahí?</translation>
    </message>
    <message>
        <source>Why no GPU?</source>
        <translation>¿Por qué sin GPU?</translation>
    </message>
    <message>
        <source>Where there are several devices, a few steps are measured on each and the fastest trains: small networks are often faster on the CPU.</source>
        <translation>Si hay varios dispositivos, se miden unos pasos en cada uno y entrena el más rápido: las redes pequeñas suelen ir más rápido en la CPU.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Train on the processor.</source>
        <translation>Entrenar en el procesador.</translation>
    </message>
    <message>
        <source>Train on this graphics card.</source>
        <translation>Entrenar en esta tarjeta gráfica.</translation>
    </message>
    <message>
        <source>{device} (not there)</source>
        <translation>{device} (no está)</translation>
    </message>
    <message>
        <source>Chosen before; TensorFlow does not see it.</source>
        <translation>Elegido antes; TensorFlow no lo encuentra.</translation>
    </message>
</context>
<context>
    <name>DigitsList</name>
    <message>
        <source>The digits in reading order</source>
        <translation>Los dígitos en orden de lectura</translation>
    </message>
</context>
<context>
    <name>DigitsPanel</name>
    <message>
        <source>Unlike all it was trained on: its answer means little.</source>
        <translation>Distinto de todo lo que vio al entrenar: su respuesta dice poco.</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>Dibujar un dígito</translation>
    </message>
    <message>
        <source>Photo…</source>
        <translation>Foto…</translation>
    </message>
    <message>
        <source>Read digits from photos or scans; or drop or paste one here</source>
        <translation>Leer dígitos de fotos o escaneos; también se pueden soltar o pegar aquí</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>Lo que ve la red</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>A closer look: the image enlarged, what speaks for the answer, each step</source>
        <translation>Una mirada más de cerca: la imagen ampliada, lo que habla a favor de la respuesta y cada paso</translation>
    </message>
    <message>
        <source>{share} · {margin} ahead of {second}</source>
        <translation>{share} · {margin} por delante de {second}</translation>
    </message>
    <message>
        <source>This network does not read 28 × 28 images.</source>
        <translation>Esta red no lee imágenes de 28 × 28.</translation>
    </message>
    <message>
        <source>Not trained yet: press Train first.</source>
        <translation>Aún sin entrenar: pulsar antes «Entrenar».</translation>
    </message>
    <message>
        <source>Nothing to read yet.</source>
        <translation>Aún no hay nada que leer.</translation>
    </message>
</context>
<context>
    <name>DrawingCanvas</name>
    <message>
        <source>Drawing canvas</source>
        <translation>Lienzo de dibujo</translation>
    </message>
    <message>
        <source>Draw a digit here</source>
        <translation>Dibujar aquí un dígito</translation>
    </message>
</context>
<context>
    <name>EvaluationPanel</name>
    <message>
        <source>Evaluating…</source>
        <translation>Evaluando…</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Puntuaciones</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Clases</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>Confusión</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Umbrales</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valores</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Ejemplos</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>En palabras</translation>
    </message>
    <message>
        <source>What is shown of the evaluation</source>
        <translation>Qué se muestra de la evaluación</translation>
    </message>
    <message>
        <source>Part of the data</source>
        <translation>Parte de los datos</translation>
    </message>
    <message>
        <source>The part of the data that is looked at closely</source>
        <translation>La parte de los datos que se mira de cerca</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Umbral</translation>
    </message>
    <message>
        <source>From which probability on the second class is answered</source>
        <translation>A partir de qué probabilidad se responde la segunda clase</translation>
    </message>
    <message>
        <source>The data could not be loaded.</source>
        <translation>No se pudieron cargar los datos.</translation>
    </message>
    <message>
        <source>The evaluation appears as soon as the data is loaded.</source>
        <translation>La evaluación aparece en cuanto se cargan los datos.</translation>
    </message>
    <message>
        <source>Not trained yet. How good the network is shows as soon as it learns.</source>
        <translation>Aún sin entrenar. Lo buena que es la red se ve en cuanto aprende.</translation>
    </message>
    <message>
        <source>The network&apos;s answers are no numbers: the training has diverged.
Start again with new weights and a smaller learning rate.</source>
        <translation>Las respuestas de la red no son números: el entrenamiento ha divergido.
Conviene empezar de nuevo con pesos nuevos y una tasa de aprendizaje menor.</translation>
    </message>
    <message>
        <source>after epoch {epoch}</source>
        <translation>tras la época {epoch}</translation>
    </message>
</context>
<context>
    <name>EvidenceView</name>
    <message>
        <source>What the network sees</source>
        <translation>Lo que ve la red</translation>
    </message>
    <message>
        <source>row {row}, column {column}: {value}</source>
        <translation>fila {row}, columna {column}: {value}</translation>
    </message>
    <message>
        <source>contributes {value}</source>
        <translation>aporta {value}</translation>
    </message>
</context>
<context>
    <name>ExampleCard</name>
    <message>
        <source>unit {number}: {value}</source>
        <translation>unidad {number}: {value}</translation>
    </message>
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
    <name>Examples</name>
    <message>
        <source>class</source>
        <translation>clase</translation>
    </message>
    <message>
        <source>… {n} more</source>
        <translation>… {n} más</translation>
    </message>
    <message>
        <source>training example {number}</source>
        <translation>ejemplo de entrenamiento {number}</translation>
    </message>
    <message>
        <source>validation example {number}</source>
        <translation>ejemplo de validación {number}</translation>
    </message>
    <message>
        <source>test example {number}</source>
        <translation>ejemplo de prueba {number}</translation>
    </message>
</context>
<context>
    <name>ExamplesPage</name>
    <message>
        <source>Which examples</source>
        <translation>Qué ejemplos</translation>
    </message>
    <message>
        <source>Which examples are shown, and in which order</source>
        <translation>Qué ejemplos se muestran y en qué orden</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>Clase verdadera</translation>
    </message>
    <message>
        <source>Only examples of this class</source>
        <translation>Solo ejemplos de esta clase</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>Sortear otra vez</translation>
    </message>
    <message>
        <source>Draw other examples at random</source>
        <translation>Elegir otros ejemplos al azar</translation>
    </message>
    <message>
        <source>The chosen example</source>
        <translation>El ejemplo elegido</translation>
    </message>
    <message>
        <source>Worst mistakes</source>
        <translation>Peores errores</translation>
    </message>
    <message>
        <source>Least certain</source>
        <translation>Menos seguros</translation>
    </message>
    <message>
        <source>Most certain</source>
        <translation>Más seguros</translation>
    </message>
    <message>
        <source>Largest errors</source>
        <translation>Mayores errores</translation>
    </message>
    <message>
        <source>Ten at random</source>
        <translation>Diez al azar</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>Todas las clases</translation>
    </message>
    <message>
        <source>Class {name}</source>
        <translation>Clase {name}</translation>
    </message>
    <message>
        <source>{count} mistakes</source>
        <translation>{count} errores</translation>
    </message>
    <message>
        <source>the {shown} worst of {count} mistakes</source>
        <translation>los {shown} peores de {count} errores</translation>
    </message>
    <message>
        <source>the first {shown} of {count}</source>
        <translation>los primeros {shown} de {count}</translation>
    </message>
    <message>
        <source>No mistakes here.</source>
        <translation>Aquí no hay errores.</translation>
    </message>
    <message>
        <source>No examples here.</source>
        <translation>Aquí no hay ejemplos.</translation>
    </message>
    <message>
        <source>True {true} · argmax {best} with {value} · sum {sum}</source>
        <translation>Verdadera {true} · argmax {best} con {value} · suma {sum}</translation>
    </message>
    <message>
        <source>the threshold answers {answered}</source>
        <translation>el umbral responde {answered}</translation>
    </message>
    <message>
        <source>right</source>
        <translation>acierto</translation>
    </message>
    <message>
        <source>a mistake</source>
        <translation>un error</translation>
    </message>
    <message>
        <source>True {true} · predicted {value} · {off} off</source>
        <translation>Verdadero {true} · predicho {value} · {off} de error</translation>
    </message>
</context>
<context>
    <name>ExamplesPanel</name>
    <message>
        <source>Gallery</source>
        <translation>Galería</translation>
    </message>
    <message>
        <source>Mean of each class</source>
        <translation>Media de cada clase</translation>
    </message>
    <message>
        <source>In space</source>
        <translation>En el espacio</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Puntos</translation>
    </message>
    <message>
        <source>Histograms</source>
        <translation>Histogramas</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Pares</translation>
    </message>
    <message>
        <source>Only selected</source>
        <translation>Solo seleccionados</translation>
    </message>
    <message>
        <source>Show only the examples that are selected</source>
        <translation>Mostrar solo los ejemplos seleccionados</translation>
    </message>
    <message>
        <source>{what}: {percent} %</source>
        <translation>{what}: {percent} %</translation>
    </message>
    <message>
        <source>The examples appear as soon as the data is loaded.</source>
        <translation>Los ejemplos aparecen en cuanto se cargan los datos.</translation>
    </message>
    <message>
        <source>The data could not be loaded.</source>
        <translation>No se pudieron cargar los datos.</translation>
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
    <message>
        <source>Click for the summary.</source>
        <translation>Clic para ver el resumen.</translation>
    </message>
    <message>
        <source>{count} multiply-adds an epoch</source>
        <translation>{count} multiplicaciones-sumas por época</translation>
    </message>
</context>
<context>
    <name>FeaturesPage</name>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Características</translation>
    </message>
    <message>
        <source>Features in space</source>
        <translation>Características en el espacio</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>Activaciones</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lazo</translation>
    </message>
    <message>
        <source>Draw around points to select them; or drag with Shift. A click with Ctrl selects one more.</source>
        <translation>Rodear puntos para seleccionarlos; o arrastrar con Mayús. Un clic con Ctrl selecciona uno más.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>End the selection</source>
        <translation>Terminar la selección</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Mostrarlos</translation>
    </message>
    <message>
        <source>Show the part of the examples that is selected</source>
        <translation>Mostrar la parte de los ejemplos seleccionada</translation>
    </message>
    <message>
        <source>More about this view</source>
        <translation>Más sobre esta vista</translation>
    </message>
    <message>
        <source>Lay out the moment that is shown</source>
        <translation>Disponer el momento que se muestra</translation>
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
        <source>View</source>
        <translation>Vista</translation>
    </message>
    <message>
        <source>How the layer&apos;s features become a picture</source>
        <translation>Cómo las características de la capa se convierten en imagen</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>One or two units as they are, more by PCA</source>
        <translation>Una o dos unidades tal cual, más por PCA</translation>
    </message>
    <message>
        <source>Two units</source>
        <translation>Dos unidades</translation>
    </message>
    <message>
        <source>Two chosen units as the axes</source>
        <translation>Dos unidades elegidas como ejes</translation>
    </message>
    <message>
        <source>The two directions of greatest variance</source>
        <translation>Las dos direcciones de mayor varianza</translation>
    </message>
    <message>
        <source>Units 3-D</source>
        <translation>Unidades 3D</translation>
    </message>
    <message>
        <source>Three chosen units as the axes, in space</source>
        <translation>Tres unidades elegidas como ejes, en el espacio</translation>
    </message>
    <message>
        <source>PCA 3-D</source>
        <translation>PCA 3D</translation>
    </message>
    <message>
        <source>The three directions of greatest variance</source>
        <translation>Las tres direcciones de mayor varianza</translation>
    </message>
    <message>
        <source>The two directions that separate the classes best</source>
        <translation>Las dos direcciones que mejor separan las clases</translation>
    </message>
    <message>
        <source>Neighbours stay neighbours</source>
        <translation>Los vecinos siguen siendo vecinos</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Capas</translation>
    </message>
    <message>
        <source>Up to four layers beside each other</source>
        <translation>Hasta cuatro capas una junto a otra</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Mapa de calor</translation>
    </message>
    <message>
        <source>Every activation: examples × units</source>
        <translation>Todas las activaciones: ejemplos × unidades</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>What the colours tell</source>
        <translation>Qué indican los colores</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Ejemplos</translation>
    </message>
</context>
<context>
    <name>FeaturesPanel</name>
    <message>
        <source>right</source>
        <translation>acierto</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>error</translation>
    </message>
</context>
<context>
    <name>FiguresActions</name>
    <message>
        <source>Export &amp;figures and report…</source>
        <translation>Exportar &amp;figuras e informe…</translation>
    </message>
    <message>
        <source>Curves, matrices and all other plots for papers and hand-ins</source>
        <translation>Curvas, matrices y todas las demás gráficas para artículos y trabajos</translation>
    </message>
</context>
<context>
    <name>FiguresDialog</name>
    <message>
        <source>Figures and report</source>
        <translation>Figuras e informe</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Figuras</translation>
    </message>
    <message>
        <source>Ticked figures are exported; the space bar ticks</source>
        <translation>Se exportan las figuras marcadas; la barra espaciadora marca</translation>
    </message>
    <message>
        <source>All figures</source>
        <translation>Todas las figuras</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>A picture of pixels, for slides and web pages</source>
        <translation>Una imagen de píxeles, para diapositivas y páginas web</translation>
    </message>
    <message>
        <source>Vectors, sharp at every size, for web pages and drawing programs</source>
        <translation>Vectores, nítidos a cualquier tamaño, para páginas web y programas de dibujo</translation>
    </message>
    <message>
        <source>Vectors, sharp at every size, for LaTeX and print</source>
        <translation>Vectores, nítidos a cualquier tamaño, para LaTeX e imprenta</translation>
    </message>
    <message>
        <source>The numbers, for spreadsheets and other programs</source>
        <translation>Los números, para hojas de cálculo y otros programas</translation>
    </message>
    <message>
        <source>Width on paper; letters keep their size</source>
        <translation>Anchura en el papel; las letras mantienen su tamaño</translation>
    </message>
    <message>
        <source>Pixels an inch of pictures</source>
        <translation>Píxeles por pulgada de las imágenes</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Report (HTML)…</source>
        <translation>Informe (HTML)…</translation>
    </message>
    <message>
        <source>One page with results, curves, figures, settings and environment to hand in</source>
        <translation>Una página con resultados, curvas, figuras, ajustes y entorno para entregar</translation>
    </message>
    <message>
        <source>Export figures…</source>
        <translation>Exportar figuras…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Export the figures into a folder</source>
        <translation>Exportar las figuras a una carpeta</translation>
    </message>
    <message>
        <source>{count} files are in {folder}</source>
        <translation>{count} archivos están en {folder}</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>Escribir el informe</translation>
    </message>
    <message>
        <source>{name} report.html</source>
        <translation>informe de {name}.html</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Páginas web (*.html)</translation>
    </message>
    <message>
        <source>The report is in {path}</source>
        <translation>El informe está en {path}</translation>
    </message>
</context>
<context>
    <name>FilmBox</name>
    <message>
        <source>At most, MB</source>
        <translation>Como máximo, MB</translation>
    </message>
    <message>
        <source>When the film gets longer, frames are left out evenly on a logarithmic scale</source>
        <translation>Si la película se alarga, se omiten fotogramas de manera uniforme en escala logarítmica</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>PNG pictures</source>
        <translation>Imágenes PNG</translation>
    </message>
    <message>
        <source>MP4 needs ffmpeg, which is not installed here.</source>
        <translation>MP4 necesita ffmpeg, que no está instalado aquí.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>There is no film yet. It is recorded while a network trains.</source>
        <translation>Aún no hay película. Se graba mientras una red entrena.</translation>
    </message>
    <message>
        <source>{frames} frames of {examples} validation examples take {used} of {budget} MB.</source>
        <translation>{frames} fotogramas de {examples} ejemplos de validación ocupan {used} de {budget} MB.</translation>
    </message>
    <message>
        <source>Weights take too much room and are left out.</source>
        <translation>Los pesos ocupan demasiado y se omiten.</translation>
    </message>
</context>
<context>
    <name>FilmExport</name>
    <message>
        <source>Folder for the pictures</source>
        <translation>Carpeta para las imágenes</translation>
    </message>
    <message>
        <source>Export the film</source>
        <translation>Exportar la película</translation>
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
    <name>FitPanel</name>
    <message>
        <source>Part of the examples</source>
        <translation>Parte de los ejemplos</translation>
    </message>
    <message>
        <source>Which part of the examples is shown.</source>
        <translation>Qué parte de los ejemplos se muestra.</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Which of the network&apos;s values.</source>
        <translation>Cuál de los valores de la red.</translation>
    </message>
    <message>
        <source>True values and predictions</source>
        <translation>Valores verdaderos y predicciones</translation>
    </message>
    <message>
        <source>On the dashed line the network is right. Point at an example to read it.</source>
        <translation>Sobre la línea discontinua la red acierta. Señalar un ejemplo para leerlo.</translation>
    </message>
    <message>
        <source>The predictions appear as soon as the data is loaded.</source>
        <translation>Las predicciones aparecen en cuanto se cargan los datos.</translation>
    </message>
    <message>
        <source>This network tells classes apart and predicts no values.</source>
        <translation>Esta red distingue clases y no predice valores.</translation>
    </message>
    <message>
        <source>This part has no examples.</source>
        <translation>Esta parte no tiene ejemplos.</translation>
    </message>
    <message>
        <source>true value</source>
        <translation>valor verdadero</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>predicho</translation>
    </message>
    <message>
        <source>Not trained yet: this is what new random weights say.</source>
        <translation>Aún sin entrenar: esto dicen unos pesos aleatorios nuevos.</translation>
    </message>
    <message>
        <source>{count} predictions are no finite numbers: the training has diverged.</source>
        <translation>{count} predicciones no son números finitos: el entrenamiento ha divergido.</translation>
    </message>
    <message>
        <source>All true values are equal: R² says nothing here.</source>
        <translation>Todos los valores verdaderos son iguales: R² no dice nada aquí.</translation>
    </message>
    <message>
        <source>R² {r2} · mean error {mae} · {count} examples</source>
        <translation>R² {r2} · error medio {mae} · {count} ejemplos</translation>
    </message>
    <message>
        <source>true {true}, predicted {value}, error {error}</source>
        <translation>verdadero {true}, predicho {value}, error {error}</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>de {count}</translation>
    </message>
</context>
<context>
    <name>FormatFields</name>
    <message>
        <source>Delimiter</source>
        <translation>Separador</translation>
    </message>
    <message>
        <source>Comma ,</source>
        <translation>Coma ,</translation>
    </message>
    <message>
        <source>Semicolon ;</source>
        <translation>Punto y coma ;</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulador</translation>
    </message>
    <message>
        <source>Bar |</source>
        <translation>Barra |</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>Decimales</translation>
    </message>
    <message>
        <source>Point 1.5</source>
        <translation>Punto 1.5</translation>
    </message>
    <message>
        <source>Comma 1,5</source>
        <translation>Coma 1,5</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Codificación</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Hoja</translation>
    </message>
    <message>
        <source>The first row holds the names</source>
        <translation>La primera fila tiene los nombres</translation>
    </message>
</context>
<context>
    <name>FormulaField</name>
    <message>
        <source>Numbers, inputs, + - * / ^, parentheses, pi, e and functions such as sin, exp, sqrt, abs, min, max, hypot, atan2. Multiplication is written: 2*x.</source>
        <translation>Números, entradas, + - * / ^, paréntesis, pi, e y funciones como sin, exp, sqrt, abs, min, max, hypot, atan2. La multiplicación se escribe: 2*x.</translation>
    </message>
    <message>
        <source>Remove this output</source>
        <translation>Quitar esta salida</translation>
    </message>
    <message>
        <source>Formula of {name}</source>
        <translation>Fórmula de {name}</translation>
    </message>
</context>
<context>
    <name>FunctionFields</name>
    <message>
        <source>Your own</source>
        <translation>La propia</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galería</translation>
    </message>
    <message>
        <source>Functions to begin with; every formula can be changed.</source>
        <translation>Funciones para empezar; toda fórmula se puede cambiar.</translation>
    </message>
    <message>
        <source>+ Output</source>
        <translation>+ Salida</translation>
    </message>
    <message>
        <source>+ Input</source>
        <translation>+ Entrada</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>Muestreo</translation>
    </message>
    <message>
        <source>Uniform: each sample anywhere in the ranges. Grid: at even distances. Latin hypercube: at random, yet each input&apos;s range is covered evenly.</source>
        <translation>Uniforme: cada muestra en cualquier lugar de los intervalos. Cuadrícula: a distancias iguales. Hipercubo latino: al azar, pero cubriendo por igual el intervalo de cada entrada.</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>Uniforme</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Cuadrícula</translation>
    </message>
    <message>
        <source>Latin hypercube</source>
        <translation>Hipercubo latino</translation>
    </message>
    <message>
        <source>Formulas</source>
        <translation>Fórmulas</translation>
    </message>
    <message>
        <source>Inputs and their ranges</source>
        <translation>Entradas e intervalos</translation>
    </message>
    <message>
        <source>“{name}” stands in {formula}. Take it out of the formula first.</source>
        <translation>«{name}» está en {formula}. Quitarla antes de la fórmula.</translation>
    </message>
</context>
<context>
    <name>GalleryView</name>
    <message>
        <source>Random examples</source>
        <translation>Ejemplos al azar</translation>
    </message>
    <message>
        <source>Click to select, everywhere.</source>
        <translation>Hacer clic para seleccionar, en todas partes.</translation>
    </message>
    <message>
        <source>Reshuffle</source>
        <translation>Barajar</translation>
    </message>
    <message>
        <source>Put the examples into another random order.</source>
        <translation>Poner los ejemplos en otro orden al azar.</translation>
    </message>
    <message>
        <source>{first}–{last} of {total}</source>
        <translation>{first}–{last} de {total}</translation>
    </message>
    <message>
        <source>No examples: every class is switched off.</source>
        <translation>Sin ejemplos: todas las clases están ocultas.</translation>
    </message>
    <message>
        <source>No examples: the selected ones are of other classes or parts.</source>
        <translation>Ningún ejemplo: los seleccionados son de otras clases o partes.</translation>
    </message>
    <message>
        <source>training example {number}</source>
        <translation>ejemplo de entrenamiento {number}</translation>
    </message>
    <message>
        <source>validation example {number}</source>
        <translation>ejemplo de validación {number}</translation>
    </message>
    <message>
        <source>test example {number}</source>
        <translation>ejemplo de prueba {number}</translation>
    </message>
</context>
<context>
    <name>Graphics</name>
    <message>
        <source>it is switched off</source>
        <translation>está desactivado</translation>
    </message>
    <message>
        <source>the graphics driver does not answer any more</source>
        <translation>el controlador gráfico ya no responde</translation>
    </message>
    <message>
        <source>the graphics driver gave no picture</source>
        <translation>el controlador gráfico no dio ninguna imagen</translation>
    </message>
    <message>
        <source>no OpenGL was found that can paint them</source>
        <translation>no se encontró un OpenGL que pueda pintarlas</translation>
    </message>
    <message>
        <source>{renderer} takes {time} ms for a picture</source>
        <translation>{renderer} tarda {time} ms por imagen</translation>
    </message>
    <message>
        <source>the graphics driver does not answer</source>
        <translation>el controlador gráfico no responde</translation>
    </message>
    <message>
        <source>it could not be looked for</source>
        <translation>no se pudo buscar</translation>
    </message>
    <message>
        <source>the graphics driver crashed</source>
        <translation>el controlador gráfico falló</translation>
    </message>
</context>
<context>
    <name>Guest</name>
    <message>
        <source>This film keeps no weights: a drawing has no place in it.</source>
        <translation>Esta película no guarda pesos: un dibujo no tiene lugar en ella.</translation>
    </message>
    <message>
        <source>★ your drawing</source>
        <translation>★ tu dibujo</translation>
    </message>
    <message>
        <source>The star is what is drawn on the canvas. Lines lead to the {count} training examples that are nearest to it by distance in this layer.</source>
        <translation>La estrella es lo dibujado en el lienzo. Las líneas llevan a los {count} ejemplos de entrenamiento más cercanos por distancia en esta capa.</translation>
    </message>
    <message>
        <source>A map of the examples&apos; activations has no place for a drawing.</source>
        <translation>Un mapa de las activaciones de los ejemplos no tiene lugar para un dibujo.</translation>
    </message>
    <message>
        <source>{name} lays out the examples it is given and has no place for what is new. Choose PCA, LDA or units.</source>
        <translation>{name} coloca los ejemplos que recibe y no tiene lugar para lo nuevo. Elegir PCA, LDA o unidades.</translation>
    </message>
    <message>
        <source>★ not in this view</source>
        <translation>★ no en esta vista</translation>
    </message>
</context>
<context>
    <name>GuestCard</name>
    <message>
        <source>nearest in {layer}</source>
        <translation>más cercanos en {layer}</translation>
    </message>
</context>
<context>
    <name>HeatRow</name>
    <message>
        <source>Probabilities</source>
        <translation>Probabilidades</translation>
    </message>
</context>
<context>
    <name>HintRow</name>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Not shown again in this project</source>
        <translation>No se muestra más en este proyecto</translation>
    </message>
    <message>
        <source>Click to select the layer</source>
        <translation>Clic para seleccionar la capa</translation>
    </message>
</context>
<context>
    <name>HintsBox</name>
    <message>
        <source>Hints</source>
        <translation>Consejos</translation>
    </message>
    <message>
        <source>No hints: nothing here is known to work badly.</source>
        <translation>Sin consejos: nada de esto suele funcionar mal.</translation>
    </message>
    <message>
        <source>Show dismissed again ({n})</source>
        <translation>Mostrar de nuevo los descartados ({n})</translation>
    </message>
</context>
<context>
    <name>HintsButton</name>
    <message>
        <source>1 hint</source>
        <translation>1 sugerencia</translation>
    </message>
    <message>
        <source>{n} hints</source>
        <translation>{n} consejos</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>Histogram of the weights</source>
        <translation>Histograma de los pesos</translation>
    </message>
</context>
<context>
    <name>HistogramView</name>
    <message>
        <source>Histograms</source>
        <translation>Histogramas</translation>
    </message>
    <message>
        <source>Stacked</source>
        <translation>Apiladas</translation>
    </message>
    <message>
        <source>Overlaid</source>
        <translation>Superpuestas</translation>
    </message>
    <message>
        <source>Classes in the histograms</source>
        <translation>Clases en los histogramas</translation>
    </message>
    <message>
        <source>Whether the classes stand on each other or in front of each other.</source>
        <translation>Si las clases están unas sobre otras o unas delante de otras.</translation>
    </message>
    <message>
        <source>{total} examples</source>
        <translation>{total} ejemplos</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Contando…</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} a {high}</translation>
    </message>
    <message>
        <source>mean of {name}: {value}</source>
        <translation>media de {name}: {value}</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Undo history</source>
        <translation>Historial de cambios</translation>
    </message>
    <message>
        <source>The arrow keys go from step to step.</source>
        <translation>Las teclas de flecha van de paso en paso.</translation>
    </message>
</context>
<context>
    <name>HistoryPlot</name>
    <message>
        <source>Value of every trial, and the best so far</source>
        <translation>Valor de cada prueba, y el mejor hasta ahora</translation>
    </message>
    <message>
        <source>Trial {number}: {name} {value} after epoch {epoch}</source>
        <translation>Prueba {number}: {name} {value} tras la época {epoch}</translation>
    </message>
</context>
<context>
    <name>ImagesDialog</name>
    <message>
        <source>Choose a folder…</source>
        <translation>Elegir una carpeta…</translation>
    </message>
    <message>
        <source>Choose an .npz…</source>
        <translation>Elegir un .npz…</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Otras</translation>
    </message>
    <message>
        <source>Drop a folder here, or choose one: it has a sub-folder for each class, with the pictures of that class in it.
Or an .npz file with the arrays X and y.</source>
        <translation>Soltar aquí una carpeta, o elegirla: tiene una subcarpeta por clase, con las imágenes de esa clase.
O un archivo .npz con los arrays X e y.</translation>
    </message>
    <message>
        <source>Your own images</source>
        <translation>Imágenes propias</translation>
    </message>
    <message>
        <source>(1 other file is left out)</source>
        <translation>(se omite 1 archivo más)</translation>
    </message>
    <message>
        <source>({count} other files are left out)</source>
        <translation>(se omiten otros {count} archivos)</translation>
    </message>
    <message>
        <source>{count} pictures → {width} × {height} in grey · {classes} classes</source>
        <translation>{count} imágenes → {width} × {height} en gris · {classes} clases</translation>
    </message>
    <message>
        <source>{count} pictures → {width} × {height} in colour · {classes} classes</source>
        <translation>{count} imágenes → {width} × {height} en color · {classes} clases</translation>
    </message>
    <message>
        <source>Choose a folder with a sub-folder for each class</source>
        <translation>Elegir una carpeta con una subcarpeta por clase</translation>
    </message>
    <message>
        <source>Choose pictures in an .npz file</source>
        <translation>Elegir imágenes en un archivo .npz</translation>
    </message>
    <message>
        <source>NumPy files (*.npz)</source>
        <translation>Archivos de NumPy (*.npz)</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Anchura</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Altura</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>Red, green, blue</source>
        <translation>Rojo, verde, azul</translation>
    </message>
    <message>
        <source>Other shapes</source>
        <translation>Otras formas</translation>
    </message>
    <message>
        <source>Take the middle</source>
        <translation>Tomar el centro</translation>
    </message>
    <message>
        <source>Keep all, with a border</source>
        <translation>Conservarlo todo, con borde</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Estirar</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>píxeles</translation>
    </message>
    <message>
        <source>Some pictures, and what the network gets of them</source>
        <translation>Algunas imágenes, y lo que recibe de ellas la red</translation>
    </message>
    <message>
        <source>Show other pictures</source>
        <translation>Mostrar otras imágenes</translation>
    </message>
</context>
<context>
    <name>ImportanceBars</name>
    <message>
        <source>Known once a few trials are complete.</source>
        <translation>Se sabrá cuando haya algunas pruebas completas.</translation>
    </message>
</context>
<context>
    <name>InPlaceEditing</name>
    <message>
        <source>{field} of {layer}</source>
        <translation>{field} de {layer}</translation>
    </message>
</context>
<context>
    <name>InWordsPage</name>
    <message>
        <source>Why do accuracy and ROC-AUC differ? On “{part}”:</source>
        <translation>¿Por qué difieren la exactitud y el ROC-AUC? En «{part}»:</translation>
    </message>
    <message>
        <source>ROC-AUC needs examples of every class; “{part}” lacks some.</source>
        <translation>El ROC-AUC necesita ejemplos de cada clase; en «{part}» faltan algunas.</translation>
    </message>
    <message>
        <source>The last layer&apos;s numbers are no probabilities: they only have an order.</source>
        <translation>Los números de la última capa no son probabilidades: solo tienen un orden.</translation>
    </message>
    <message>
        <source>In brackets beside the scores: where those of other examples of the same kind would lie in 95 % of the cases (bootstrap).</source>
        <translation>Entre paréntesis junto a las puntuaciones: dónde estarían las de otros ejemplos del mismo tipo en el 95 % de los casos (bootstrap).</translation>
    </message>
    <message>
        <source>On “{part}” the values are {mae} off on average, {rmse} when large errors count more, and {largest} at most.</source>
        <translation>En «{part}» los valores se desvían {mae} de media, {rmse} si los errores grandes cuentan más, y {largest} como mucho.</translation>
    </message>
    <message>
        <source>R² {r2}: {share} % of the variance of the values is explained.</source>
        <translation>R² {r2}: se explica el {share} % de la varianza de los valores.</translation>
    </message>
    <message>
        <source>R² {r2}: always answering the mean would be as good or better.</source>
        <translation>R² {r2}: responder siempre la media sería igual de bueno o mejor.</translation>
    </message>
</context>
<context>
    <name>InputRow</name>
    <message>
        <source>What the input is called in the formulas.</source>
        <translation>Cómo se llama la entrada en las fórmulas.</translation>
    </message>
    <message>
        <source>The lower end of the range; 2*pi can be written, too.</source>
        <translation>El extremo inferior del intervalo; también se puede escribir 2*pi.</translation>
    </message>
    <message>
        <source>The upper end of the range; 2*pi can be written, too.</source>
        <translation>El extremo superior del intervalo; también se puede escribir 2*pi.</translation>
    </message>
    <message>
        <source>Remove this input</source>
        <translation>Quitar esta entrada</translation>
    </message>
    <message>
        <source>Name of the input {name}</source>
        <translation>Nombre de la entrada {name}</translation>
    </message>
    <message>
        <source>Lower end of {name}</source>
        <translation>Extremo inferior de {name}</translation>
    </message>
    <message>
        <source>Upper end of {name}</source>
        <translation>Extremo superior de {name}</translation>
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
        <source>Help, defaults, rarer settings and Keras&apos;s page.</source>
        <translation>Ayuda, valores por defecto, ajustes menos usados y la página de Keras.</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>{count} parámetros</translation>
    </message>
</context>
<context>
    <name>KeepRow</name>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Keep the drawing among my digits (Enter in the canvas)</source>
        <translation>Guardar el dibujo entre mis dígitos (Intro en el lienzo)</translation>
    </message>
    <message>
        <source>The digits I kept: a test of the network, and more to learn</source>
        <translation>Los dígitos que guardé: una prueba de la red y más que aprender</translation>
    </message>
    <message>
        <source>My digits ({count})</source>
        <translation>Mis dígitos ({count})</translation>
    </message>
    <message>
        <source>Which is it? Key or bar.</source>
        <translation>¿Cuál es? Tecla o barra.</translation>
    </message>
    <message>
        <source>This is a {digit}.</source>
        <translation>Esto es un {digit}.</translation>
    </message>
</context>
<context>
    <name>LabelDialog</name>
    <message>
        <source>Labels as the network gets them</source>
        <translation>Las etiquetas tal como llegan a la red</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Other labels</source>
        <translation>Otras etiquetas</translation>
    </message>
    <message>
        <source>Draw six other examples.</source>
        <translation>Elegir otros seis ejemplos.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Above ½?</source>
        <translation>¿Mayor que ½?</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>The network has one output. It learns 0 for “{first}” and 1 for “{second}”; above one half, its answer is “{second}”.</source>
        <translation>La red tiene una sola salida. Aprende 0 para «{first}» y 1 para «{second}»; por encima de un medio, su respuesta es «{second}».</translation>
    </message>
    <message>
        <source>Each label becomes a row with one 1, in the column of its class (one-hot). argmax, the position of the largest value, counted from 0, leads back to the class; so it does for what the network says.</source>
        <translation>Cada etiqueta pasa a ser una fila con un solo 1, en la columna de su clase (one-hot). argmax, la posición del mayor valor contada desde 0, devuelve la clase; lo mismo vale para lo que dice la red.</translation>
    </message>
</context>
<context>
    <name>LabelLine</name>
    <message>
        <source>Labels become one-hot rows; the position of the largest value leads back.</source>
        <translation>Las etiquetas pasan a filas one-hot; la posición del mayor valor las devuelve.</translation>
    </message>
    <message>
        <source>Labels…</source>
        <translation>Etiquetas…</translation>
    </message>
    <message>
        <source>Some labels as the network gets them, and the way back.</source>
        <translation>Algunas etiquetas tal como llegan a la red, y el camino de vuelta.</translation>
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
    <name>LayerDetails</name>
    <message>
        <source>{layer} in Keras ↗</source>
        <translation>{layer} en Keras ↗</translation>
    </message>
    <message>
        <source>Keras&apos;s page on {layer}</source>
        <translation>Página de Keras sobre {layer}</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Restablecer todo</translation>
    </message>
    <message>
        <source>Everything but name, units and activation.</source>
        <translation>Todo menos nombre, unidades y activación.</translation>
    </message>
</context>
<context>
    <name>LayerMenu</name>
    <message>
        <source>Activation</source>
        <translation>Activación</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Congelada</translation>
    </message>
    <message>
        <source>Training leaves the weights of these layers as they are.</source>
        <translation>El entrenamiento deja los pesos de estas capas como están.</translation>
    </message>
    <message>
        <source>Reset to the defaults</source>
        <translation>Volver a los valores por defecto</translation>
    </message>
    <message>
        <source>Everything but name, units and activation.</source>
        <translation>Todo menos nombre, unidades y activación.</translation>
    </message>
    <message>
        <source>Edit number</source>
        <translation>Editar número</translation>
    </message>
    <message>
        <source>Search over this layer…</source>
        <translation>Buscar sobre esta capa…</translation>
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
        <source>Paste</source>
        <translation>Pegar</translation>
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
    <name>LeakNote</name>
    <message>
        <source>If the scaler saw validation and test too</source>
        <translation>Si el escalado viera también la validación y la prueba</translation>
    </message>
    <message>
        <source>{scaling}: both ways give the same numbers here; the other parts hold nothing that the training part does not.</source>
        <translation>{scaling}: de ambas formas salen los mismos números; las otras partes no tienen nada que no tenga la de entrenamiento.</translation>
    </message>
    <message>
        <source>{scaling}: “{feature}” differs most. From the training part alone, {shift} is subtracted and the rest divided by {scale}; from everything, {shift_all} and {scale_all}.</source>
        <translation>{scaling}: «{feature}» es la que más cambia. Solo con la parte de entrenamiento se resta {shift} y se divide entre {scale}; con todo, {shift_all} y {scale_all}.</translation>
    </message>
    <message>
        <source>In the training part it is always the same, so it is only shifted.</source>
        <translation>En la parte de entrenamiento es siempre igual, así que solo se desplaza.</translation>
    </message>
    <message>
        <source>{share} % of the validation values lie outside 0 to 1, as values of new examples will; a scaler that saw everything would hide that.</source>
        <translation>El {share} % de los valores de validación queda fuera de 0 a 1, como pasará con ejemplos nuevos; un escalado que lo viera todo lo ocultaría.</translation>
    </message>
</context>
<context>
    <name>LinkHover</name>
    <message>
        <source>{source} → {target}: {weight}</source>
        <translation>{source} → {target}: {weight}</translation>
    </message>
    <message>
        <source>input {number}</source>
        <translation>entrada {number}</translation>
    </message>
</context>
<context>
    <name>LiveMaps</name>
    <message>
        <source>Input {number}</source>
        <translation>Entrada {number}</translation>
    </message>
    <message>
        <source>{layer} · unit {number} of {count}</source>
        <translation>{layer} · unidad {number} de {count}</translation>
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
        <source>Keras&apos;s page on metrics</source>
        <translation>Página de Keras sobre métricas</translation>
    </message>
    <message>
        <source>Label smoothing, class weights and the metric</source>
        <translation>Suavizado de etiquetas, pesos de clase y la métrica</translation>
    </message>
    <message>
        <source>Keras&apos;s page on {loss}</source>
        <translation>Página de Keras sobre {loss}</translation>
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
        <source>&amp;Open…</source>
        <translation>&amp;Abrir…</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Abrir un proyecto</translation>
    </message>
    <message>
        <source>Open &amp;data…</source>
        <translation>Abrir &amp;datos…</translation>
    </message>
    <message>
        <source>Learn from a table, pictures or arrays of your own</source>
        <translation>Aprender de una tabla, imágenes o arrays propios</translation>
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
        <source>Undo &amp;history…</source>
        <translation>&amp;Historial de deshacer…</translation>
    </message>
    <message>
        <source>Every step by its name</source>
        <translation>Cada paso por su nombre</translation>
    </message>
    <message>
        <source>Network &amp;summary…</source>
        <translation>Re&amp;sumen de la red…</translation>
    </message>
    <message>
        <source>Layers, parameters, memory and multiply-adds in a table</source>
        <translation>Capas, parámetros, memoria y multiplicaciones-sumas en una tabla</translation>
    </message>
    <message>
        <source>Show &amp;dismissed hints again</source>
        <translation>Mostrar de nuevo los consejos &amp;descartados</translation>
    </message>
    <message>
        <source>Hints that were dismissed come back</source>
        <translation>Los consejos descartados vuelven</translation>
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
        <source>★  Best epoch&apos;s weights</source>
        <translation>★  Pesos de la mejor época</translation>
    </message>
    <message>
        <source>Go back to the weights of the best epoch; undo leads back here</source>
        <translation>Volver a los pesos de la mejor época; deshacer vuelve aquí</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>&amp;Ejecuciones</translation>
    </message>
    <message>
        <source>Show the training runs that are kept</source>
        <translation>Mostrar las ejecuciones guardadas</translation>
    </message>
    <message>
        <source>Training &amp;queue…</source>
        <translation>&amp;Cola de entrenamiento…</translation>
    </message>
    <message>
        <source>Train several networks one after the other</source>
        <translation>Entrenar varias redes una tras otra</translation>
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
        <source>The film is in {path}.</source>
        <translation>La película está en {path}.</translation>
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
        <source>&amp;Growing keeps what the network computes</source>
        <translation>Al &amp;crecer, la red calcula lo mismo</translation>
    </message>
    <message>
        <source>New units of a trained network begin without influence and new layers pass their inputs on, where that can be (Net2Net). Otherwise they begin at random.</source>
        <translation>Las unidades nuevas de una red entrenada empiezan sin influencia y las capas nuevas dejan pasar sus entradas, donde es posible (Net2Net). De lo contrario empiezan al azar.</translation>
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
        <source>Surfaces are drawn without OpenGL: {reason}.</source>
        <translation>Las superficies se dibujan sin OpenGL: {reason}.</translation>
    </message>
    <message>
        <source>The language changes when MLP Studio is started again.</source>
        <translation>El idioma cambia al volver a iniciar MLP Studio.</translation>
    </message>
    <message>
        <source>Use the weights of epoch {epoch}</source>
        <translation>Usar los pesos de la época {epoch}</translation>
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
    <message>
        <source>The weights are back as they were.</source>
        <translation>Los pesos vuelven a ser los de antes.</translation>
    </message>
    <message>
        <source>All weights kept.</source>
        <translation>Se conservan todos los pesos.</translation>
    </message>
    <message>
        <source>{kept} weights kept, {fresh} new.</source>
        <translation>{kept} pesos conservados, {fresh} nuevos.</translation>
    </message>
    <message>
        <source>The network computes what it did.</source>
        <translation>La red calcula lo mismo que antes.</translation>
    </message>
    <message>
        <source>Train again to fit the network to the change.</source>
        <translation>Conviene entrenar de nuevo para ajustar la red al cambio.</translation>
    </message>
</context>
<context>
    <name>Matrix</name>
    <message>
        <source>Double click a pair to see it alone.</source>
        <translation>Doble clic en un par para verlo solo.</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <source>Confusion matrix</source>
        <translation>Matriz de confusión</translation>
    </message>
    <message>
        <source>{true} read rightly: {count} times, {share} % of its examples</source>
        <translation>{true} leído bien: {count} veces, {share} % de sus ejemplos</translation>
    </message>
    <message>
        <source>{true} read as {answered}: {count} times, {share} % of its examples</source>
        <translation>{true} leído como {answered}: {count} veces, {share} % de sus ejemplos</translation>
    </message>
    <message>
        <source>{count} of them selected</source>
        <translation>{count} de ellos seleccionados</translation>
    </message>
</context>
<context>
    <name>MeansView</name>
    <message>
        <source>Mean of each class</source>
        <translation>Media de cada clase</translation>
    </message>
    <message>
        <source>Averaging…</source>
        <translation>Promediando…</translation>
    </message>
    <message>
        <source>means of {total} examples</source>
        <translation>medias de {total} ejemplos</translation>
    </message>
    <message>
        <source>No examples: every class is switched off.</source>
        <translation>Sin ejemplos: todas las clases están ocultas.</translation>
    </message>
    <message>
        <source>mean of {total} examples</source>
        <translation>media de {total} ejemplos</translation>
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
    <name>Mine</name>
    <message>
        <source>Kept as a {digit}.</source>
        <translation>Guardado como {digit}.</translation>
    </message>
</context>
<context>
    <name>MineWindow</name>
    <message>
        <source>My digits</source>
        <translation>Mis dígitos</translation>
    </message>
    <message>
        <source>A digit&apos;s key says which digit the selected ones are; Delete removes them.</source>
        <translation>La tecla de un dígito indica cuál son los seleccionados; Supr los quita.</translation>
    </message>
    <message>
        <source>Which digits are shown</source>
        <translation>Qué dígitos se muestran</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Misread</source>
        <translation>Mal leídos</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Put the selected digits aside (Delete)</source>
        <translation>Apartar los dígitos seleccionados (Supr)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Take the last change of my digits back (Ctrl+Z)</source>
        <translation>Deshacer el último cambio de mis dígitos (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Export strokes…</source>
        <translation>Exportar trazos…</translation>
    </message>
    <message>
        <source>Write all their strokes into one JSON file</source>
        <translation>Escribir todos sus trazos en un archivo JSON</translation>
    </message>
    <message>
        <source>Fine-tune</source>
        <translation>Afinar</translation>
    </message>
    <message>
        <source>Train {epochs} epochs on the present data with my digits among it, and compare before and after. One of five is held back. Undo brings the old weights back.</source>
        <translation>Entrenar {epochs} épocas con los datos actuales y mis dígitos entre ellos, y comparar antes y después. Uno de cada cinco se reserva. Deshacer recupera los pesos anteriores.</translation>
    </message>
    <message>
        <source>Add to the data</source>
        <translation>Añadir a los datos</translation>
    </message>
    <message>
        <source>My digits among the present data: the next training learns from them too</source>
        <translation>Mis dígitos entre los datos actuales: el próximo entrenamiento aprende también de ellos</translation>
    </message>
    <message>
        <source>Fine-tuning…</source>
        <translation>Afinando…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Kept as a {label}, read as a {read}.</source>
        <translation>Guardado como {label}, leído como {read}.</translation>
    </message>
    <message>
        <source>None yet: draw a digit, press its key, then Enter.</source>
        <translation>Aún ninguno: dibujar un dígito, pulsar su tecla y luego Intro.</translation>
    </message>
    <message>
        <source>{count} digits; no trained network that reads them.</source>
        <translation>{count} dígitos; ninguna red entrenada que los lea.</translation>
    </message>
    <message>
        <source>The network reads {right} of {count} ({share}).</source>
        <translation>La red lee {right} de {count} ({share}).</translation>
    </message>
    <message>
        <source>My {count} digits: {before} → {after}</source>
        <translation>Mis {count} dígitos: {before} → {after}</translation>
    </message>
    <message>
        <source>of them {held} held back from learning: {before} → {after}</source>
        <translation>de ellos {held} reservados sin aprender: {before} → {after}</translation>
    </message>
    <message>
        <source>ordinary test set: {before} → {after}</source>
        <translation>conjunto de prueba habitual: {before} → {after}</translation>
    </message>
    <message>
        <source>ordinary validation part: {before} → {after}</source>
        <translation>parte de validación habitual: {before} → {after}</translation>
    </message>
    <message>
        <source>Remove digits</source>
        <translation>Quitar dígitos</translation>
    </message>
    <message>
        <source>Relabel digits</source>
        <translation>Cambiar etiquetas</translation>
    </message>
    <message>
        <source>Fine-tune with my digits</source>
        <translation>Afinar con mis dígitos</translation>
    </message>
    <message>
        <source>Add my digits to the data</source>
        <translation>Añadir mis dígitos a los datos</translation>
    </message>
    <message>
        <source>Export strokes</source>
        <translation>Exportar trazos</translation>
    </message>
    <message>
        <source>Strokes (*.json)</source>
        <translation>Trazos (*.json)</translation>
    </message>
    <message>
        <source>my-digits.json</source>
        <translation>mis-dígitos.json</translation>
    </message>
</context>
<context>
    <name>MiniMap</name>
    <message>
        <source>The whole network. Click or drag to see another part.</source>
        <translation>La red entera. Clic o arrastrar para ver otra parte.</translation>
    </message>
    <message>
        <source>Overview of the network</source>
        <translation>Vista general de la red</translation>
    </message>
</context>
<context>
    <name>MonitorRow</name>
    <message>
        <source>Watches</source>
        <translation>Vigila</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Volver al valor por defecto</translation>
    </message>
    <message>
        <source>Not measured: the callback would never act.</source>
        <translation>No se mide: el callback no actuaría nunca.</translation>
    </message>
    <message>
        <source>What is compared after each epoch.</source>
        <translation>Lo que se compara tras cada época.</translation>
    </message>
    <message>
        <source>default {value}</source>
        <translation>por defecto {value}</translation>
    </message>
    <message>
        <source>{measure}: better the higher it is.</source>
        <translation>{measure}: mejor cuanto más alta.</translation>
    </message>
    <message>
        <source>{measure}: better the lower it is.</source>
        <translation>{measure}: mejor cuanto más baja.</translation>
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
    <name>MoreButton</name>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>What the tool bar has no room for</source>
        <translation>Lo que no cabe en la barra de herramientas</translation>
    </message>
</context>
<context>
    <name>NetworkCanvas</name>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Arrow keys select a layer, plus and minus change its units, Enter edits, Delete removes, Alt and an arrow moves. D adds Dense, O Dropout, B BatchNormalization, A Activation, L LayerNormalization, N GaussianNoise, F Flatten.</source>
        <translation>Las flechas seleccionan una capa, más y menos cambian sus unidades, Intro edita, Supr quita, Alt y una flecha mueve. D añade Dense, O Dropout, B BatchNormalization, A Activation, L LayerNormalization, N GaussianNoise, F Flatten.</translation>
    </message>
    <message>
        <source>{count} layers</source>
        <translation>{count} capas</translation>
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
        <source>Frozen: training leaves its weights as they are.</source>
        <translation>Congelada: el entrenamiento deja sus pesos como están.</translation>
    </message>
    <message>
        <source>input</source>
        <translation>entrada</translation>
    </message>
    <message>
        <source>{count} frozen</source>
        <translation>{count} congelados</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>{count} parámetros</translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Put this message away</source>
        <translation>Quitar este mensaje</translation>
    </message>
</context>
<context>
    <name>NumberRow</name>
    <message>
        <source>Back to the default</source>
        <translation>Volver al valor por defecto</translation>
    </message>
    <message>
        <source>Double-click the name for the default.</source>
        <translation>Doble clic en el nombre para el valor por defecto.</translation>
    </message>
</context>
<context>
    <name>OneWay</name>
    <message>
        <source>{share}
then {second}: {less}</source>
        <translation>{share}
luego {second}: {less}</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Show among the features</source>
        <translation>Mostrar entre las características</translation>
    </message>
    <message>
        <source>Read in the digit lab</source>
        <translation>Leer en el laboratorio de dígitos</translation>
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
        <source>Keras&apos;s page on {optimizer}</source>
        <translation>Página de Keras sobre {optimizer}</translation>
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
        <source>Beginning</source>
        <translation>Comienzo</translation>
    </message>
    <message>
        <source>What the sum of squared gradients begins at: the more, the smaller the first steps.</source>
        <translation>Donde empieza la suma de gradientes al cuadrado: cuanto mayor, más pequeños los primeros pasos.</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>Épsilon</translation>
    </message>
    <message>
        <source>Added to what is divided by: larger makes steps calmer where gradients are tiny.</source>
        <translation>Se suma al divisor: mayor hace los pasos más tranquilos donde los gradientes son diminutos.</translation>
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
        <source>Set the beginning of the sum</source>
        <translation>Fijar el comienzo de la suma</translation>
    </message>
    <message>
        <source>Set epsilon</source>
        <translation>Fijar épsilon</translation>
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
    <name>OthersButton</name>
    <message>
        <source>Other data…</source>
        <translation>Otros datos…</translation>
    </message>
    <message>
        <source>See how good the network is on another source, or on a file</source>
        <translation>Ver lo buena que es la red con otra fuente, o con un archivo</translation>
    </message>
    <message>
        <source>Cancel loading</source>
        <translation>Cancelar la carga</translation>
    </message>
    <message>
        <source>Remove the other data</source>
        <translation>Quitar los otros datos</translation>
    </message>
    <message>
        <source>Loading… {percent} %</source>
        <translation>Cargando… {percent} %</translation>
    </message>
</context>
<context>
    <name>OverlayPlot</name>
    <message>
        <source>epoch {epoch}</source>
        <translation>época {epoch}</translation>
    </message>
</context>
<context>
    <name>OwnCard</name>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Choose another file, or use this one in another way.</source>
        <translation>Elegir otro archivo, o usar este de otra manera.</translation>
    </message>
    <message>
        <source>One of scikit-learn&apos;s tables.</source>
        <translation>Una de las tablas de scikit-learn.</translation>
    </message>
    <message>
        <source>Found in the program&apos;s folders.</source>
        <translation>Encontrado en las carpetas del programa.</translation>
    </message>
    <message>
        <source>Pictures of {classes} classes, brought to {width} × {height} in grey.</source>
        <translation>Imágenes de {classes} clases, llevadas a {width} × {height} en gris.</translation>
    </message>
    <message>
        <source>Pictures of {classes} classes, brought to {width} × {height} in colour.</source>
        <translation>Imágenes de {classes} clases, llevadas a {width} × {height} en color.</translation>
    </message>
    <message>
        <source>Answers from {name}.</source>
        <translation>Respuestas de {name}.</translation>
    </message>
    <message>
        <source>Inputs “{x}”, answers “{y}”.</source>
        <translation>Entradas «{x}», respuestas «{y}».</translation>
    </message>
    <message>
        <source>“{target}” is predicted from {count} columns.</source>
        <translation>«{target}» se predice a partir de {count} columnas.</translation>
    </message>
    <message>
        <source>“{target}” is predicted from one column.</source>
        <translation>«{target}» se predice a partir de una columna.</translation>
    </message>
</context>
<context>
    <name>OwnDataDialog</name>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>A file&apos;s path</source>
        <translation>La ruta de un archivo</translation>
    </message>
    <message>
        <source>What the network will get</source>
        <translation>Lo que recibirá la red</translation>
    </message>
    <message>
        <source>Use this data</source>
        <translation>Usar estos datos</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Stop reading this file</source>
        <translation>Dejar de leer este archivo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Reading was stopped. Choose the file again, or another one.</source>
        <translation>Se ha parado la lectura. Elegir el archivo de nuevo, u otro.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>No se pudo leer el archivo.</translation>
    </message>
</context>
<context>
    <name>OwnDataWizards</name>
    <message>
        <source>Open data</source>
        <translation>Abrir datos</translation>
    </message>
    <message>
        <source>Tables, arrays and IDX files (*.csv *.tsv *.txt *.xlsx *.parquet *.npz *.npy *.gz *-ubyte);;All files (*)</source>
        <translation>Tablas, arrays y archivos IDX (*.csv *.tsv *.txt *.xlsx *.parquet *.npz *.npy *.gz *-ubyte);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Use {source}</source>
        <translation>Usar {source}</translation>
    </message>
</context>
<context>
    <name>PageRow</name>
    <message>
        <source>Interactive page…</source>
        <translation>Página interactiva…</translation>
    </message>
    <message>
        <source>Write an HTML file with network, target, error and training examples in three dimensions, for any browser, also without a network.</source>
        <translation>Escribir un archivo HTML con la red, el objetivo, el error y los ejemplos de entrenamiento en tres dimensiones, para cualquier navegador, también sin conexión.</translation>
    </message>
    <message>
        <source>How far the page is written</source>
        <translation>Cuánto se ha escrito de la página</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Abrir {name}</translation>
    </message>
    <message>
        <source>Interactive page</source>
        <translation>Página interactiva</translation>
    </message>
    <message>
        <source>function.html</source>
        <translation>función.html</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Páginas web (*.html)</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>Previous page</source>
        <translation>Página anterior</translation>
    </message>
    <message>
        <source>Previous page (Page Up)</source>
        <translation>Página anterior (Re Pág)</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Página siguiente</translation>
    </message>
    <message>
        <source>Next page (Page Down)</source>
        <translation>Página siguiente (Av Pág)</translation>
    </message>
</context>
<context>
    <name>PaintCanvas</name>
    <message>
        <source>Painting</source>
        <translation>Pintura</translation>
    </message>
    <message>
        <source>Left button: put points. Right button: take points away.
Keyboard: arrows, Space, Delete; 1 to 8 choose the class.</source>
        <translation>Botón izquierdo: poner puntos. Botón derecho: quitar puntos.
Teclado: flechas, Espacio, Supr; de 1 a 8 se elige la clase.</translation>
    </message>
    <message>
        <source>Click or drag to put points</source>
        <translation>Hacer clic o arrastrar para poner puntos</translation>
    </message>
</context>
<context>
    <name>PaintPad</name>
    <message>
        <source>Classes</source>
        <translation>Clases</translation>
    </message>
    <message>
        <source>Number of classes.</source>
        <translation>Número de clases.</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Dispersión</translation>
    </message>
    <message>
        <source>How far the points of a stroke scatter.</source>
        <translation>Cuánto se dispersan los puntos de un trazo.</translation>
    </message>
    <message>
        <source>Take all points away</source>
        <translation>Quitar todos los puntos</translation>
    </message>
    <message>
        <source>Class {number}: {count} points</source>
        <translation>Clase {number}: {count} puntos</translation>
    </message>
    <message>
        <source>All {limit} points are used.</source>
        <translation>Se han usado los {limit} puntos.</translation>
    </message>
    <message>
        <source>Paint class {number}</source>
        <translation>Pintar la clase {number}</translation>
    </message>
    <message>
        <source>Paint points</source>
        <translation>Pintar puntos</translation>
    </message>
    <message>
        <source>Take points away</source>
        <translation>Quitar puntos</translation>
    </message>
    <message>
        <source>Set the number of classes</source>
        <translation>Cambiar el número de clases</translation>
    </message>
</context>
<context>
    <name>PairsView</name>
    <message>
        <source>Pairs of columns</source>
        <translation>Pares de columnas</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Columnas…</translation>
    </message>
    <message>
        <source>Choose up to {n} columns to compare.</source>
        <translation>Elegir hasta {n} columnas que comparar.</translation>
    </message>
    <message>
        <source>{total} examples</source>
        <translation>{total} ejemplos</translation>
    </message>
    <message>
        <source>{count} of {total} examples</source>
        <translation>{count} de {total} ejemplos</translation>
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
        <source>{tip} Key in the canvas: {key}.</source>
        <translation>{tip} Tecla en el lienzo: {key}.</translation>
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
    <name>ParallelPlot</name>
    <message>
        <source>Parallel coordinates of all trials</source>
        <translation>Coordenadas paralelas de todas las pruebas</translation>
    </message>
    <message>
        <source>Each trial becomes a line here.</source>
        <translation>Aquí cada prueba se vuelve una línea.</translation>
    </message>
    <message>
        <source>Trial {number}</source>
        <translation>Prueba {number}</translation>
    </message>
</context>
<context>
    <name>PartChoice</name>
    <message>
        <source>Part of the examples</source>
        <translation>Parte de los ejemplos</translation>
    </message>
    <message>
        <source>Which part of the examples is shown.</source>
        <translation>Qué parte de los ejemplos se muestra.</translation>
    </message>
    <message>
        <source>Training examples</source>
        <translation>Ejemplos de entrenamiento</translation>
    </message>
    <message>
        <source>Validation examples</source>
        <translation>Ejemplos de validación</translation>
    </message>
    <message>
        <source>Test examples</source>
        <translation>Ejemplos de prueba</translation>
    </message>
    <message>
        <source>All examples</source>
        <translation>Todos los ejemplos</translation>
    </message>
</context>
<context>
    <name>PartNames</name>
    <message>
        <source>Training</source>
        <translation>Entrenamiento</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validación</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>Other data</source>
        <translation>Otros datos</translation>
    </message>
</context>
<context>
    <name>PathPlot</name>
    <message>
        <source>Norm of the weights and of their change over the epochs</source>
        <translation>Norma de los pesos y de su cambio a lo largo de las épocas</translation>
    </message>
    <message>
        <source>Norm {value}</source>
        <translation>Norma {value}</translation>
    </message>
    <message>
        <source>Change per epoch {value}</source>
        <translation>Cambio por época {value}</translation>
    </message>
    <message>
        <source>The root of the sum of squares of all weights, and of what was added to them. Click to go to a moment.
The film rounds weights: changes below {least} can&apos;t be told.</source>
        <translation>La raíz de la suma de cuadrados de todos los pesos, y de lo que se les añadió. Hacer clic para ir a un momento.
La película redondea los pesos: no se distinguen cambios menores que {least}.</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>época {epoch}</translation>
    </message>
</context>
<context>
    <name>PhotoEntrance</name>
    <message>
        <source>Read digits from photos</source>
        <translation>Leer dígitos de fotos</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.bmp *.gif *.tif *.tiff *.webp)</source>
        <translation>Imágenes (*.png *.jpg *.jpeg *.bmp *.gif *.tif *.tiff *.webp)</translation>
    </message>
</context>
<context>
    <name>PhotoWorkspace</name>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>And {count} more can&apos;t be read.</source>
        <translation>Y no se pueden leer otras {count}.</translation>
    </message>
    <message>
        <source>Reading photo {number} of {count}…</source>
        <translation>Leyendo la foto {number} de {count}…</translation>
    </message>
    <message>
        <source>{name} – Photos</source>
        <translation>{name} – Fotos</translation>
    </message>
    <message>
        <source>This network does not read 28 × 28 images.</source>
        <translation>Esta red no lee imágenes de 28 × 28.</translation>
    </message>
    <message>
        <source>Not trained yet: press Train first.</source>
        <translation>Aún sin entrenar: pulsar antes «Entrenar».</translation>
    </message>
    <message>
        <source>No digit stands out: correct the threshold or the cut.</source>
        <translation>No destaca ningún dígito: corregir el umbral o el recorte.</translation>
    </message>
</context>
<context>
    <name>PictureGrid</name>
    <message>
        <source>Some of the pictures</source>
        <translation>Algunas de las imágenes</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>row {row}, column {column}: {value}</source>
        <translation>fila {row}, columna {column}: {value}</translation>
    </message>
</context>
<context>
    <name>PileList</name>
    <message>
        <source>The photos that are open</source>
        <translation>Las fotos abiertas</translation>
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
    <name>PlaneOrSurface</name>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>The inputs&apos; plane, seen from above.</source>
        <translation>El plano de las entradas, visto desde arriba.</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>Superficie</translation>
    </message>
    <message>
        <source>The values as heights, to be turned.</source>
        <translation>Los valores como alturas, que se pueden girar.</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Corte</translation>
    </message>
    <message>
        <source>The values along one input; others are held.</source>
        <translation>Los valores a lo largo de una entrada; las demás quedan fijas.</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Flechas</translation>
    </message>
    <message>
        <source>Both values as a vector at each place.</source>
        <translation>Ambos valores como vector en cada lugar.</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuste</translation>
    </message>
    <message>
        <source>What is predicted against the true values.</source>
        <translation>Lo predicho frente a los valores verdaderos.</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Curva</translation>
    </message>
</context>
<context>
    <name>PlanePanel</name>
    <message>
        <source>Move the mouse over the plane, or press the arrow keys.</source>
        <translation>Mover el ratón sobre el plano o usar las flechas.</translation>
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
        <source>({x}, {y}) → {layer}, unit {unit}: {value}</source>
        <translation>({x}, {y}) → {layer}, unidad {unit}: {value}</translation>
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
    <name>PlaneView</name>
    <message>
        <source>Points</source>
        <translation>Puntos</translation>
    </message>
    <message>
        <source>Axis across</source>
        <translation>Eje horizontal</translation>
    </message>
    <message>
        <source>What is drawn from left to right</source>
        <translation>Lo que se dibuja de izquierda a derecha</translation>
    </message>
    <message>
        <source>Axis up</source>
        <translation>Eje vertical</translation>
    </message>
    <message>
        <source>What is drawn from below to above</source>
        <translation>Lo que se dibuja de abajo arriba</translation>
    </message>
</context>
<context>
    <name>PointPlot</name>
    <message>
        <source>Drag to move, wheel to zoom, double click to show everything. Click a point to select it.</source>
        <translation>Arrastrar para mover, rueda para ampliar, doble clic para mostrarlo todo. Hacer clic en un punto para seleccionarlo.</translation>
    </message>
</context>
<context>
    <name>PrecisionField</name>
    <message>
        <source>32 bits (float32)</source>
        <translation>32 bits (float32)</translation>
    </message>
    <message>
        <source>16 bits (bfloat16)</source>
        <translation>16 bits (bfloat16)</translation>
    </message>
    <message>
        <source>16 bits (float16)</source>
        <translation>16 bits (float16)</translation>
    </message>
    <message>
        <source>Numeric precision</source>
        <translation>Precisión numérica</translation>
    </message>
    <message>
        <source>In how many bits numbers are multiplied. 16 make wide layers faster and round to two or three digits; sums, weights and the loss keep 32.</source>
        <translation>Con cuántos bits se multiplican los números. Con 16 las capas anchas van más rápido y se redondea a dos o tres cifras; las sumas, los pesos y la pérdida conservan 32.</translation>
    </message>
    <message>
        <source>Offered once TensorFlow is loaded, if a device has it.</source>
        <translation>Se ofrece cuando TensorFlow está cargado, si algún dispositivo la tiene.</translation>
    </message>
    <message>
        <source>Set the precision</source>
        <translation>Cambiar la precisión numérica</translation>
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
    <name>ProblemNote</name>
    <message>
        <source>Mend this</source>
        <translation>Corregirlo</translation>
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
    <name>QueueBar</name>
    <message>
        <source>Train what waits, hold it or go on</source>
        <translation>Entrenar lo que espera, detenerlo un momento o seguir</translation>
    </message>
    <message>
        <source>End this run, keep it as far as it went, and train the next</source>
        <translation>Terminar esta ejecución, guardarla hasta donde llegó y entrenar la siguiente</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Saltar</translation>
    </message>
    <message>
        <source>End this run; what was not trained yet stays in the queue</source>
        <translation>Terminar esta ejecución; lo que aún no se entrenó sigue en la cola</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>▶  Train the queue</source>
        <translation>▶  Entrenar la cola</translation>
    </message>
    <message>
        <source>▶  Resume</source>
        <translation>▶  Reanudar</translation>
    </message>
    <message>
        <source>❚❚  Pause</source>
        <translation>❚❚  Pausar</translation>
    </message>
</context>
<context>
    <name>QueueDialog</name>
    <message>
        <source>Training queue</source>
        <translation>Cola de entrenamiento</translation>
    </message>
    <message>
        <source>The present network</source>
        <translation>La red actual</translation>
    </message>
    <message>
        <source>The course’s exercise: four networks on MNIST</source>
        <translation>El ejercicio del curso: cuatro redes con MNIST</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Plantillas</translation>
    </message>
    <message>
        <source>What is added</source>
        <translation>Qué se añade</translation>
    </message>
    <message>
        <source>How many seeds: each is trained from other new weights, in another order</source>
        <translation>Cuántas semillas: cada una se entrena desde otros pesos nuevos, en otro orden</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Semillas</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Train the queue</source>
        <translation>Entrenar la cola</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>Lo que espera</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Take the selected ones out (Del)</source>
        <translation>Quitar las seleccionadas (Supr)</translation>
    </message>
    <message>
        <source>Train it earlier</source>
        <translation>Entrenarla antes</translation>
    </message>
    <message>
        <source>Train it later</source>
        <translation>Entrenarla después</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>No espera nada.</translation>
    </message>
    <message>
        <source>200 linear, 200 tanh, 100-200-100 and 200-500-200, with accuracy, recall and F1 on the test set side by side in the table of runs.</source>
        <translation>200 lineal, 200 tanh, 100-200-100 y 200-500-200, con exactitud, exhaustividad y F1 en el conjunto de prueba, lado a lado en la tabla de ejecuciones.</translation>
    </message>
</context>
<context>
    <name>RangeField</name>
    <message>
        <source>{name}, from</source>
        <translation>{name}, desde</translation>
    </message>
    <message>
        <source>{name}, to</source>
        <translation>{name}, hasta</translation>
    </message>
    <message>
        <source>log</source>
        <translation>log</translation>
    </message>
    <message>
        <source>Equal ratios are as likely as each other, not distances.</source>
        <translation>Son igual de probables las proporciones iguales, no las distancias.</translation>
    </message>
    <message>
        <source>Numbers with commas between them.</source>
        <translation>Números separados por comas.</translation>
    </message>
    <message>
        <source>The low end must not be above the high end. Received: {low}, {high}</source>
        <translation>El extremo inferior no debe superar al superior. Recibido: {low}, {high}</translation>
    </message>
    <message>
        <source>A logarithmic range begins above 0. Received: {low}</source>
        <translation>Un rango logarítmico empieza por encima de 0. Recibido: {low}</translation>
    </message>
    <message>
        <source>Give at least one number.</source>
        <translation>Indique al menos un número.</translation>
    </message>
    <message>
        <source>Tick at least one name.</source>
        <translation>Marcar al menos un nombre.</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>un número entero</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>un número</translation>
    </message>
    <message>
        <source>{name} must be {kind}. Received: {typed}</source>
        <translation>{name} debe ser {kind}. Recibido: {typed}</translation>
    </message>
    <message>
        <source>{name} must be from {low} to {high}. Received: {typed}</source>
        <translation>{name} debe estar entre {low} y {high}. Recibido: {typed}</translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>Recent projects</source>
        <translation>Proyectos recientes</translation>
    </message>
</context>
<context>
    <name>RecentModel</name>
    <message>
        <source>Not there any more</source>
        <translation>Ya no está ahí</translation>
    </message>
    <message>
        <source>Today, {time}</source>
        <translation>Hoy, {time}</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
</context>
<context>
    <name>ReducingRows</name>
    <message>
        <source>Factor</source>
        <translation>Factor</translation>
    </message>
    <message>
        <source>What the learning rate is multiplied by.</source>
        <translation>Por cuánto se multiplica la tasa de aprendizaje.</translation>
    </message>
    <message>
        <source>Cooldown</source>
        <translation>Reposo</translation>
    </message>
    <message>
        <source>Epochs after a reduction in which none is counted as without improvement.</source>
        <translation>Épocas tras una reducción en las que ninguna cuenta como sin mejora.</translation>
    </message>
    <message>
        <source>Lowest rate</source>
        <translation>Tasa mínima</translation>
    </message>
    <message>
        <source>Keras&apos;s min_lr: the learning rate is not reduced below it.</source>
        <translation>min_lr de Keras: la tasa de aprendizaje no se reduce por debajo.</translation>
    </message>
    <message>
        <source>Set what the plateau is told by</source>
        <translation>Fijar qué indica la meseta</translation>
    </message>
    <message>
        <source>Set the patience on a plateau</source>
        <translation>Cambiar la paciencia en una meseta</translation>
    </message>
    <message>
        <source>Set the factor on a plateau</source>
        <translation>Cambiar el factor en una meseta</translation>
    </message>
    <message>
        <source>Set the least gain on a plateau</source>
        <translation>Fijar la mejora mínima en una meseta</translation>
    </message>
    <message>
        <source>Set the cooldown after a plateau</source>
        <translation>Fijar el reposo tras una meseta</translation>
    </message>
    <message>
        <source>Set the lowest rate</source>
        <translation>Fijar la tasa mínima</translation>
    </message>
</context>
<context>
    <name>RelativesDialog</name>
    <message>
        <source>Data set</source>
        <translation>Conjunto de datos</translation>
    </message>
    <message>
        <source>Empty: the folders of the program are searched</source>
        <translation>Vacío: se busca en las carpetas del programa</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Elegir una carpeta…</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search the folders of the program and of Keras</source>
        <translation>Buscar en las carpetas del programa y de Keras</translation>
    </message>
    <message>
        <source>Some of the training pictures</source>
        <translation>Algunas de las imágenes de entrenamiento</translation>
    </message>
    <message>
        <source>Choose a data set, then its folder with the four IDX files (plain or .gz), one of these files, or its .npz file. Nothing is downloaded.</source>
        <translation>Elegir un conjunto de datos y después su carpeta con los cuatro archivos IDX (tal cual o .gz), uno de esos archivos o su archivo .npz. No se descarga nada.</translation>
    </message>
    <message>
        <source>MNIST&apos;s relatives</source>
        <translation>Parientes de MNIST</translation>
    </message>
    <message>
        <source>{name}: {count} pictures, {test} to test → 28 × 28 · {classes} classes</source>
        <translation>{name}: {count} imágenes, {test} de prueba → 28 × 28 · {classes} clases</translation>
    </message>
    <message>
        <source>Choose the folder with the IDX files</source>
        <translation>Elegir la carpeta con los archivos IDX</translation>
    </message>
    <message>
        <source>IDX and NumPy files (*.gz *-ubyte *.npz);;All files (*)</source>
        <translation>Archivos IDX y de NumPy (*.gz *-ubyte *.npz);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Choose one of its files</source>
        <translation>Elegir uno de sus archivos</translation>
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
    <name>ResultTabs</name>
    <message>
        <source>The queue is done. Runs kept: {count}.</source>
        <translation>La cola ha terminado. Ejecuciones guardadas: {count}.</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Curvas</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Características</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Evaluación</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Ejemplos</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Ejecuciones</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Barrido</translation>
    </message>
</context>
<context>
    <name>Runs</name>
    <message>
        <source>Starred runs; a click or the key S stars one</source>
        <translation>Ejecuciones con estrella; un clic o la tecla S la pone</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>F2 or a double click renames</source>
        <translation>F2 o un doble clic renombra</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Its layers, and how many parameters they have</source>
        <translation>Sus capas y cuántos parámetros tienen</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Épocas</translation>
    </message>
    <message>
        <source>How many it made</source>
        <translation>Cuántas hizo</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Seconds of training, pauses left out</source>
        <translation>Segundos de entrenamiento, sin las pausas</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>When it began</source>
        <translation>Cuándo empezó</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disco</translation>
    </message>
    <message>
        <source>What its weights, curves and film take on the disk</source>
        <translation>Lo que ocupan en disco sus pesos, curvas y película</translation>
    </message>
    <message>
        <source>Your own words</source>
        <translation>Palabras propias</translation>
    </message>
    <message>
        <source>A setting that is not the same in all runs</source>
        <translation>Un ajuste que no es igual en todas las ejecuciones</translation>
    </message>
    <message>
        <source>On the test set; where there is none, on validation</source>
        <translation>En el conjunto de prueba; donde no lo hay, en validación</translation>
    </message>
    <message>
        <source>other examples</source>
        <translation>otros ejemplos</translation>
    </message>
    <message>
        <source>trained on from it</source>
        <translation>se siguió entrenando desde ella</translation>
    </message>
    <message>
        <source>the same design</source>
        <translation>el mismo diseño</translation>
    </message>
    <message>
        <source>From {one} to {other}</source>
        <translation>De {one} a {other}</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Entrenada</translation>
    </message>
    <message>
        <source>{when}, {epochs} epochs in {duration}, {reason}</source>
        <translation>{when}, {epochs} épocas en {duration}, {reason}</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>{optimizer}, rate {rate}, batch {batch}, seed {seed}</source>
        <translation>{optimizer}, tasa {rate}, lote {batch}, semilla {seed}</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>of {count} epochs; best epoch {best}</source>
        <translation>de {count} épocas; mejor época {best}</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>Went on from</source>
        <translation>Siguió desde</translation>
    </message>
    <message>
        <source>Runs were found</source>
        <translation>Se encontraron ejecuciones</translation>
    </message>
    <message>
        <source>MLP Studio did not end well. Unsaved runs of “{name}”: {count}.</source>
        <translation>MLP Studio no terminó bien. Ejecuciones sin guardar de «{name}»: {count}.</translation>
    </message>
    <message>
        <source>The last one began at {when}. Open them again?</source>
        <translation>La última empezó a las {when}. ¿Abrirlas de nuevo?</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Run {number}</source>
        <translation>Ejecución {number}</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>all epochs made</source>
        <translation>todas las épocas hechas</translation>
    </message>
    <message>
        <source>stopped early</source>
        <translation>parada temprana</translation>
    </message>
    <message>
        <source>stopped by hand</source>
        <translation>parada a mano</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>divergió</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falló</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Exactitud</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>Exactitud equilibrada</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisión</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Exhaustividad</translation>
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
        <source>Log loss</source>
        <translation>Pérdida logarítmica</translation>
    </message>
    <message>
        <source>Kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>Error de calibración</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>MSE</source>
        <translation>MSE</translation>
    </message>
    <message>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>Largest error</source>
        <translation>Mayor error</translation>
    </message>
</context>
<context>
    <name>RunsModel</name>
    <message>
        <source>{value}, in 95 % of cases {low}–{high}</source>
        <translation>{value}, en el 95 % de los casos {low}–{high}</translation>
    </message>
</context>
<context>
    <name>RunsPanel</name>
    <message>
        <source>Filter: words, accuracy&gt;0.95, seed=3</source>
        <translation>Filtro: palabras, accuracy&gt;0.95, seed=3</translation>
    </message>
    <message>
        <source>Shows the runs in which all words occur. A column is named by how its head begins: name:digits, epochs&lt;20, f1&gt;=0.9</source>
        <translation>Muestra las ejecuciones en las que aparecen todas las palabras. Una columna se nombra por cómo empieza su cabecera: name:digits, epochs&lt;20, f1&gt;=0.9</translation>
    </message>
    <message>
        <source>Filter the runs</source>
        <translation>Filtrar las ejecuciones</translation>
    </message>
    <message>
        <source>Show starred runs only</source>
        <translation>Mostrar solo las ejecuciones con estrella</translation>
    </message>
    <message>
        <source>Starred runs only</source>
        <translation>Solo ejecuciones con estrella</translation>
    </message>
    <message>
        <source>Queue…</source>
        <translation>Cola…</translation>
    </message>
    <message>
        <source>Train several networks one after the other</source>
        <translation>Entrenar varias redes una tras otra</translation>
    </message>
    <message>
        <source>Every training run is kept here with its network, settings, curves, scores and weights.
Press Train, then compare runs, go back to any of them, or let a queue train several networks one after the other.</source>
        <translation>Aquí se guarda cada entrenamiento con su red, sus ajustes, curvas, puntuaciones y pesos.
Pulsar «Entrenar» y comparar después ejecuciones, volver a cualquiera de ellas o dejar que una cola entrene varias redes una tras otra.</translation>
    </message>
    <message>
        <source>{count} runs · {size} on disk</source>
        <translation>{count} ejecuciones · {size} en disco</translation>
    </message>
    <message>
        <source>1 run · {size} on disk</source>
        <translation>1 ejecución · {size} en disco</translation>
    </message>
    <message>
        <source>{shown} of {count} runs · {size} on disk</source>
        <translation>{shown} de {count} ejecuciones · {size} en disco</translation>
    </message>
    <message>
        <source>Go back to {run}</source>
        <translation>Volver a {run}</translation>
    </message>
    <message>
        <source>Go back to {run}, epoch {epoch}</source>
        <translation>Volver a {run}, época {epoch}</translation>
    </message>
    <message>
        <source>Star runs</source>
        <translation>Poner estrellas</translation>
    </message>
    <message>
        <source>Remove stars</source>
        <translation>Quitar estrellas</translation>
    </message>
    <message>
        <source>Rename a run</source>
        <translation>Renombrar una ejecución</translation>
    </message>
    <message>
        <source>Notes on a run</source>
        <translation>Notas sobre una ejecución</translation>
    </message>
    <message>
        <source>Delete {run}</source>
        <translation>Eliminar {run}</translation>
    </message>
    <message>
        <source>Delete {count} runs</source>
        <translation>Eliminar {count} ejecuciones</translation>
    </message>
    <message>
        <source>Keep only the best weights</source>
        <translation>Conservar solo los mejores pesos</translation>
    </message>
</context>
<context>
    <name>RunsTable</name>
    <message>
        <source>Training runs</source>
        <translation>Ejecuciones de entrenamiento</translation>
    </message>
    <message>
        <source>Remove the star</source>
        <translation>Quitar la estrella</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Poner estrella</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renombrar</translation>
    </message>
    <message>
        <source>Train again with another seed</source>
        <translation>Entrenar otra vez con otra semilla</translation>
    </message>
    <message>
        <source>Puts the design into the queue with the next seed</source>
        <translation>Pone el diseño en la cola con la semilla siguiente</translation>
    </message>
    <message>
        <source>Keep only the best weights</source>
        <translation>Conservar solo los mejores pesos</translation>
    </message>
    <message>
        <source>Lets go of the weights of all other epochs; undo brings them back</source>
        <translation>Suelta los pesos de todas las demás épocas; deshacer los devuelve</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Go back to this run</source>
        <translation>Volver a esta ejecución</translation>
    </message>
    <message>
        <source>Its data, network, settings and weights; one step of undo</source>
        <translation>Sus datos, red, ajustes y pesos; un solo paso de deshacer</translation>
    </message>
    <message>
        <source>at the end</source>
        <translation>al final</translation>
    </message>
    <message>
        <source>best</source>
        <translation>la mejor</translation>
    </message>
    <message>
        <source>Go back to epoch</source>
        <translation>Volver a la época</translation>
    </message>
    <message>
        <source>Train on from epoch</source>
        <translation>Seguir entrenando desde la época</translation>
    </message>
</context>
<context>
    <name>ScalingCompare</name>
    <message>
        <source>Compare the scalings</source>
        <translation>Comparar los escalados</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Usar este</translation>
    </message>
    <message>
        <source>Features of the training part</source>
        <translation>Características de la parte de entrenamiento</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>Comparar de nuevo</translation>
    </message>
    <message>
        <source>Other examples</source>
        <translation>Otros ejemplos</translation>
    </message>
    <message>
        <source>Draw other examples at random.</source>
        <translation>Elegir otros ejemplos al azar.</translation>
    </message>
    <message>
        <source>The same examples of the training part four times. Min-max and standard scaling treat each feature by itself, with numbers from the training part alone.</source>
        <translation>Los mismos ejemplos de la parte de entrenamiento cuatro veces. Los escalados mín-máx y estándar tratan cada característica por separado, con números solo de la parte de entrenamiento.</translation>
    </message>
    <message>
        <source>Use {scaling}</source>
        <translation>Usar {scaling}</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>Set the scaling</source>
        <translation>Cambiar el escalado</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Comparando…</translation>
    </message>
    <message>
        <source>The comparison was cancelled.</source>
        <translation>Se canceló la comparación.</translation>
    </message>
    <message>
        <source>min</source>
        <translation>mín</translation>
    </message>
    <message>
        <source>max</source>
        <translation>máx</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>media</translation>
    </message>
    <message>
        <source>std. dev.</source>
        <translation>desv. est.</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Característica</translation>
    </message>
    <message>
        <source>feature {n}</source>
        <translation>característica {n}</translation>
    </message>
    <message>
        <source>row {row}, column {column}</source>
        <translation>fila {row}, columna {column}</translation>
    </message>
    <message>
        <source>row {row}, column {column}, channel {channel}</source>
        <translation>fila {row}, columna {column}, canal {channel}</translation>
    </message>
</context>
<context>
    <name>ScalingFields</name>
    <message>
        <source>Scaling</source>
        <translation>Escalado</translation>
    </message>
    <message>
        <source>How the inputs are scaled before the network gets them.</source>
        <translation>Cómo se escalan las entradas antes de llegar a la red.</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Comparar…</translation>
    </message>
    <message>
        <source>The same examples scaled in each way, side by side, and what leaks.</source>
        <translation>Los mismos ejemplos con cada escalado, lado a lado, y lo que se filtra.</translation>
    </message>
    <message>
        <source>Set the scaling</source>
        <translation>Cambiar el escalado</translation>
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
        <source>Min-max, per feature</source>
        <translation>Mín-máx, por característica</translation>
    </message>
    <message>
        <source>Standard, per feature</source>
        <translation>Estándar, por característica</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>÷ 255</source>
        <translation>÷ 255</translation>
    </message>
    <message>
        <source>Min-max</source>
        <translation>Mín-máx</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Estándar</translation>
    </message>
</context>
<context>
    <name>ScatterBase</name>
    <message>
        <source>{total} examples</source>
        <translation>{total} ejemplos</translation>
    </message>
    <message>
        <source>{count} of {total} examples</source>
        <translation>{count} de {total} ejemplos</translation>
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
        <source>Keras&apos;s page on schedules</source>
        <translation>Página de Keras sobre planes de la tasa</translation>
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
    <name>ScoresPage</name>
    <message>
        <source>Scores</source>
        <translation>Puntuaciones</translation>
    </message>
    <message>
        <source>{count} of {total}</source>
        <translation>{count} de {total}</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Ejemplos</translation>
    </message>
    <message>
        <source>How many were read; of the training part at most 10,000, all classes alike</source>
        <translation>Cuántos se leyeron; de la parte de entrenamiento, 10.000 como mucho, todas las clases por igual</translation>
    </message>
    <message>
        <source>{score}, macro</source>
        <translation>{score}, macro</translation>
    </message>
    <message>
        <source>{score}, weighted</source>
        <translation>{score}, ponderada</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisión</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Exhaustividad</translation>
    </message>
    <message>
        <source>The plain average over the classes.</source>
        <translation>La media simple de las clases.</translation>
    </message>
    <message>
        <source>The average over the classes, each with its number of examples.</source>
        <translation>La media de las clases, cada una con su número de ejemplos.</translation>
    </message>
    <message>
        <source>How many of the answers with a class are right.</source>
        <translation>Cuántas de las respuestas con una clase son correctas.</translation>
    </message>
    <message>
        <source>How many examples of a class are found.</source>
        <translation>Cuántos ejemplos de una clase se encuentran.</translation>
    </message>
    <message>
        <source>The harmonic mean of precision and recall.</source>
        <translation>La media armónica de precisión y exhaustividad.</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Exactitud</translation>
    </message>
    <message>
        <source>Which share of the answers is right</source>
        <translation>Qué parte de las respuestas es correcta</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>Exactitud equilibrada</translation>
    </message>
    <message>
        <source>The average recall: every class counts the same, however rare it is</source>
        <translation>La exhaustividad media: cada clase cuenta igual, por rara que sea</translation>
    </message>
    <message>
        <source>ROC-AUC</source>
        <translation>ROC-AUC</translation>
    </message>
    <message>
        <source>How often an example of a class gets a higher probability for it than an example of another; the average over the classes</source>
        <translation>Con qué frecuencia un ejemplo de una clase recibe más probabilidad de ella que uno de otra; la media de las clases</translation>
    </message>
    <message>
        <source>Log loss</source>
        <translation>Pérdida logarítmica</translation>
    </message>
    <message>
        <source>The mean of −log of the true class&apos;s probability; smaller is better</source>
        <translation>La media de −log de la probabilidad de la clase verdadera; cuanto menor, mejor</translation>
    </message>
    <message>
        <source>Among the first 2</source>
        <translation>Entre las 2 primeras</translation>
    </message>
    <message>
        <source>How often the true class is one of the two likeliest</source>
        <translation>Con qué frecuencia la clase verdadera es una de las dos más probables</translation>
    </message>
    <message>
        <source>Among the first 3</source>
        <translation>Entre las 3 primeras</translation>
    </message>
    <message>
        <source>How often the true class is one of the three likeliest</source>
        <translation>Con qué frecuencia la clase verdadera es una de las tres más probables</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa</source>
        <translation>Kappa de Cohen</translation>
    </message>
    <message>
        <source>The agreement beyond chance: 0 is guessing, 1 is perfect</source>
        <translation>El acuerdo más allá del azar: 0 es adivinar, 1 es perfecto</translation>
    </message>
    <message>
        <source>Calibration error</source>
        <translation>Error de calibración</translation>
    </message>
    <message>
        <source>How far the probability of the answer is from how often it is right</source>
        <translation>Cuánto dista la probabilidad de la respuesta de la frecuencia con que acierta</translation>
    </message>
    <message>
        <source>Mean absolute error</source>
        <translation>Error absoluto medio</translation>
    </message>
    <message>
        <source>How far off the values are, on average</source>
        <translation>Cuánto se desvían los valores, de media</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>Error cuadrático medio</translation>
    </message>
    <message>
        <source>The average of the squared errors</source>
        <translation>La media de los errores al cuadrado</translation>
    </message>
    <message>
        <source>Root of it (RMSE)</source>
        <translation>Su raíz (RMSE)</translation>
    </message>
    <message>
        <source>The squared error&apos;s root, in the unit of the values</source>
        <translation>La raíz del error cuadrático, en la unidad de los valores</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>The share of the values&apos; variance that is explained; 1 is perfect, 0 is no better than always answering the mean</source>
        <translation>La parte de la varianza de los valores que se explica; 1 es perfecto, 0 no es mejor que responder siempre la media</translation>
    </message>
    <message>
        <source>Largest error</source>
        <translation>Mayor error</translation>
    </message>
    <message>
        <source>The farthest any value is off</source>
        <translation>Lo máximo que se desvía un valor</translation>
    </message>
</context>
<context>
    <name>SelectedButton</name>
    <message>
        <source>End the selection (Escape)</source>
        <translation>Terminar la selección (Escape)</translation>
    </message>
    <message>
        <source>{count} selected ✕</source>
        <translation>{count} seleccionados ✕</translation>
    </message>
</context>
<context>
    <name>SeveralView</name>
    <message>
        <source>Features</source>
        <translation>Características</translation>
    </message>
    <message>
        <source>Click twice to choose this layer</source>
        <translation>Doble clic para elegir esta capa</translation>
    </message>
</context>
<context>
    <name>SheetPanel</name>
    <message>
        <source>What the selected digits are</source>
        <translation>Qué son los dígitos seleccionados</translation>
    </message>
    <message>
        <source>What the selected digits are; or select some and type it.</source>
        <translation>Qué son los dígitos seleccionados; o seleccionar algunos y escribirlo.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Unir</translation>
    </message>
    <message>
        <source>Make one digit of those</source>
        <translation>Hacer de ellos un solo dígito</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Partición</translation>
    </message>
    <message>
        <source>Make two digits of it, side by side</source>
        <translation>Hacer de él dos dígitos, uno al lado del otro</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Take these away</source>
        <translation>Quitar estos</translation>
    </message>
    <message>
        <source>The sheet as text</source>
        <translation>La hoja como texto</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copiar texto</translation>
    </message>
    <message>
        <source>Copy all lines</source>
        <translation>Copiar todas las líneas</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>Exportar CSV…</translation>
    </message>
    <message>
        <source>A row a digit: place, answer, probabilities</source>
        <translation>Una fila por dígito: lugar, respuesta, probabilidades</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Digits: {count} · unsure: {unsure} · by hand: {by_hand}</source>
        <translation>Dígitos: {count} · dudosos: {unsure} · a mano: {by_hand}</translation>
    </message>
    <message>
        <source>As read</source>
        <translation>Como se lee</translation>
    </message>
</context>
<context>
    <name>ShownChoice</name>
    <message>
        <source>What is shown over the plane</source>
        <translation>Lo que se muestra sobre el plano</translation>
    </message>
    <message>
        <source>The answer, or what a unit of a layer gives at each place of the plane.</source>
        <translation>La respuesta, o lo que da una unidad de una capa en cada lugar del plano.</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>Which unit; the arrow keys go through them.</source>
        <translation>Qué unidad; las flechas las recorren.</translation>
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
        <source>Units of {layer}</source>
        <translation>Unidades de {layer}</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>de {count}</translation>
    </message>
</context>
<context>
    <name>SliceBox</name>
    <message>
        <source>Input that runs along the axis</source>
        <translation>Entrada que recorre el eje</translation>
    </message>
    <message>
        <source>Second input that runs</source>
        <translation>Segunda entrada que varía</translation>
    </message>
    <message>
        <source>It runs through its range; the others are held.</source>
        <translation>Recorre su intervalo; las demás quedan fijas.</translation>
    </message>
    <message>
        <source>Along</source>
        <translation>A lo largo de</translation>
    </message>
    <message>
        <source>and</source>
        <translation>y</translation>
    </message>
    <message>
        <source>What {name} is held at.</source>
        <translation>Valor en que se fija {name}.</translation>
    </message>
</context>
<context>
    <name>SourceFields</name>
    <message>
        <source>Samples</source>
        <translation>Muestras</translation>
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
        <source>Inner radius</source>
        <translation>Radio interior</translation>
    </message>
    <message>
        <source>Of the innermost ring; the outermost has radius 1.</source>
        <translation>Del anillo más interior; el exterior tiene radio 1.</translation>
    </message>
    <message>
        <source>Half width of the free strips.</source>
        <translation>Mitad del ancho de las franjas libres.</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Peso</translation>
    </message>
    <message>
        <source>How often each of my digits is seen in an epoch.</source>
        <translation>Cuántas veces se ve cada uno de mis dígitos en una época.</translation>
    </message>
    <message>
        <source>MNIST has 60,000 images to train, 10,000 to test.</source>
        <translation>MNIST tiene 60 000 imágenes para entrenar y 10 000 para probar.</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Copias</translation>
    </message>
    <message>
        <source>How often each image of MNIST is rewritten by another hand.</source>
        <translation>Cuántas veces se reescribe cada imagen de MNIST con otra letra.</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>Dígitos</translation>
    </message>
    <message>
        <source>Squares</source>
        <translation>Casillas</translation>
    </message>
    <message>
        <source>Squares on each side of the board.</source>
        <translation>Casillas en cada lado del tablero.</translation>
    </message>
    <message>
        <source>Points drawn from the ranges.</source>
        <translation>Puntos sacados de los intervalos.</translation>
    </message>
    <message>
        <source>Standard deviation of what is added, as a share of the output&apos;s own.</source>
        <translation>Desviación típica de lo que se añade, como parte de la de la salida.</translation>
    </message>
    <message>
        <source>Number of classes.</source>
        <translation>Número de clases.</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Puntos</translation>
    </message>
    <message>
        <source>How many points are made.</source>
        <translation>Cuántos puntos se generan.</translation>
    </message>
    <message>
        <source>Standard deviation of each point&apos;s shift.</source>
        <translation>Desviación típica del desplazamiento de cada punto.</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>Plano</translation>
    </message>
    <message>
        <source>Moons</source>
        <translation>Lunas</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>Círculos</translation>
    </message>
    <message>
        <source>Blobs</source>
        <translation>Grupos</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>XOR</translation>
    </message>
    <message>
        <source>Checkerboard</source>
        <translation>Tablero de ajedrez</translation>
    </message>
    <message>
        <source>Gaussian quantiles</source>
        <translation>Cuantiles gaussianos</translation>
    </message>
    <message>
        <source>Paint your own</source>
        <translation>Pintar los propios</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>Funciones</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Función</translation>
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
        <source>MNIST and built-in digits</source>
        <translation>MNIST y dígitos incluidos</translation>
    </message>
    <message>
        <source>My digits</source>
        <translation>Mis dígitos</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tablas</translation>
    </message>
    <message>
        <source>Your own data</source>
        <translation>Datos propios</translation>
    </message>
    <message>
        <source>Table…</source>
        <translation>Tabla…</translation>
    </message>
    <message>
        <source>Images…</source>
        <translation>Imágenes…</translation>
    </message>
    <message>
        <source>Arrays…</source>
        <translation>Arrays…</translation>
    </message>
    <message>
        <source>MNIST&apos;s relatives…</source>
        <translation>Parientes de MNIST…</translation>
    </message>
    <message>
        <source>Iris</source>
        <translation>Iris</translation>
    </message>
    <message>
        <source>Wine</source>
        <translation>Vinos</translation>
    </message>
    <message>
        <source>Breast cancer</source>
        <translation>Cáncer de mama</translation>
    </message>
    <message>
        <source>Diabetes</source>
        <translation>Diabetes</translation>
    </message>
    <message>
        <source>California housing</source>
        <translation>Viviendas de California</translation>
    </message>
    <message>
        <source>Spirals</source>
        <translation>Espirales</translation>
    </message>
</context>
<context>
    <name>SpaceList</name>
    <message>
        <source>Training</source>
        <translation>Entrenamiento</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>All hidden layers</source>
        <translation>Todas las capas ocultas</translation>
    </message>
    <message>
        <source>Search over {name}</source>
        <translation>Buscar sobre {name}</translation>
    </message>
    <message>
        <source>Do not search over {name}</source>
        <translation>No buscar sobre {name}</translation>
    </message>
</context>
<context>
    <name>SpaceRow</name>
    <message>
        <source>Search over {name}</source>
        <translation>Buscar sobre {name}</translation>
    </message>
    <message>
        <source>various</source>
        <translation>varios</translation>
    </message>
</context>
<context>
    <name>SpaceView</name>
    <message>
        <source>Points in space</source>
        <translation>Puntos en el espacio</translation>
    </message>
    <message>
        <source>First axis</source>
        <translation>Primer eje</translation>
    </message>
    <message>
        <source>The first axis of the floor</source>
        <translation>El primer eje del suelo</translation>
    </message>
    <message>
        <source>Second axis</source>
        <translation>Segundo eje</translation>
    </message>
    <message>
        <source>The second axis of the floor</source>
        <translation>El segundo eje del suelo</translation>
    </message>
    <message>
        <source>Upright axis</source>
        <translation>Eje de altura</translation>
    </message>
    <message>
        <source>What is drawn upright</source>
        <translation>Lo que se dibuja en altura</translation>
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
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entrenamiento</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validación</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>and {n} more classes</source>
        <translation>y {n} clases más</translation>
    </message>
</context>
<context>
    <name>SplitFields</name>
    <message>
        <source>Validation %</source>
        <translation>Validación %</translation>
    </message>
    <message>
        <source>Share of the examples kept aside to validate after each epoch, in percent.</source>
        <translation>Porcentaje de ejemplos reservados para validar tras cada época.</translation>
    </message>
    <message>
        <source>Test %</source>
        <translation>Prueba %</translation>
    </message>
    <message>
        <source>Share of the examples kept for the very end: nothing is chosen by them.</source>
        <translation>Porcentaje de ejemplos reservados para el final: nada se elige con ellos.</translation>
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
        <source>Stratified by class</source>
        <translation>Estratificada por clase</translation>
    </message>
    <message>
        <source>Each part has the same share of every class as the whole, within one example.</source>
        <translation>Cada parte tiene la misma proporción de cada clase que el total, salvo un ejemplo.</translation>
    </message>
    <message>
        <source>Drawn at random.</source>
        <translation>Elegidos al azar.</translation>
    </message>
    <message>
        <source>Counts per class…</source>
        <translation>Ejemplos por clase…</translation>
    </message>
    <message>
        <source>How many examples of each class are in each part.</source>
        <translation>Cuántos ejemplos de cada clase hay en cada parte.</translation>
    </message>
    <message>
        <source>Balance by class weights</source>
        <translation>Equilibrar con pesos de clase</translation>
    </message>
    <message>
        <source>The rarer a class, the more each of its examples counts in the training loss.</source>
        <translation>Cuanto más rara es una clase, más cuenta cada uno de sus ejemplos en la pérdida de entrenamiento.</translation>
    </message>
    <message>
        <source>Uneven classes: balanced by class weights.</source>
        <translation>Clases desiguales: equilibradas con pesos de clase.</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Partición</translation>
    </message>
    <message>
        <source>Set the validation share</source>
        <translation>Cambiar la proporción de validación</translation>
    </message>
    <message>
        <source>Set the test share</source>
        <translation>Cambiar la proporción de prueba</translation>
    </message>
    <message>
        <source>Set the split&apos;s seed</source>
        <translation>Cambiar la semilla de la partición</translation>
    </message>
    <message>
        <source>Stratify the split</source>
        <translation>Estratificar la partición</translation>
    </message>
    <message>
        <source>Test: MNIST&apos;s own {count} test images.</source>
        <translation>Prueba: las {count} imágenes de prueba propias de MNIST.</translation>
    </message>
    <message>
        <source>Test: {count} digits, from originals that are in no other part.</source>
        <translation>Prueba: {count} dígitos, de originales que no están en ninguna otra parte.</translation>
    </message>
    <message>
        <source>Test: {count} examples, the file&apos;s arrays “{x}” and “{y}”.</source>
        <translation>Prueba: {count} ejemplos, los arrays «{x}» e «{y}» del archivo.</translation>
    </message>
    <message>
        <source>Test: the {count} test images that come with the data.</source>
        <translation>Prueba: las {count} imágenes de prueba que vienen con los datos.</translation>
    </message>
    <message>
        <source>Drawn at random: the shares of the classes differ between the parts.</source>
        <translation>Elegidos al azar: las proporciones de las clases difieren entre las partes.</translation>
    </message>
    <message>
        <source>Stratified, as far as it goes: pictures made from one original stay in one part.</source>
        <translation>Estratificada en lo posible: las imágenes hechas de un mismo original quedan en una sola parte.</translation>
    </message>
    <message>
        <source>Stratified: each class has the same share of training and of validation, within one example. The test part is as it came.</source>
        <translation>Estratificada: cada clase tiene la misma proporción en entrenamiento y en validación, salvo un ejemplo. La parte de prueba queda como vino.</translation>
    </message>
    <message>
        <source>Stratified: each class has the same share of every part, within one example.</source>
        <translation>Estratificada: cada clase tiene la misma proporción en todas las partes, salvo un ejemplo.</translation>
    </message>
    <message>
        <source>“{names}” has too few examples ({count}) for every part to have one.</source>
        <translation>«{names}» tiene demasiado pocos ejemplos ({count}) para que cada parte tenga uno.</translation>
    </message>
    <message>
        <source>{n} classes have too few examples for every part to have one: “{names}”.</source>
        <translation>{n} clases tienen demasiado pocos ejemplos para que cada parte tenga uno: «{names}».</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Cancel · {percent} %</source>
        <translation>Cancelar · {percent} %</translation>
    </message>
    <message>
        <source>Lay out</source>
        <translation>Disponer</translation>
    </message>
    <message>
        <source>Being laid out; until then by PCA</source>
        <translation>Disponiendo; mientras tanto por PCA</translation>
    </message>
    <message>
        <source>Not laid out; shown by PCA</source>
        <translation>Sin disponer; se muestra por PCA</translation>
    </message>
    <message>
        <source>laid out after epoch {epoch}</source>
        <translation>dispuesto tras la época {epoch}</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>The data could not be loaded.</source>
        <translation>No se pudieron cargar los datos.</translation>
    </message>
    <message>
        <source>live · epoch {epoch}</source>
        <translation>en vivo · época {epoch}</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>época {epoch}</translation>
    </message>
</context>
<context>
    <name>StartActions</name>
    <message>
        <source>New from &amp;template</source>
        <translation>Nuevo desde &amp;plantilla</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>&amp;Nuevo…</translation>
    </message>
    <message>
        <source>Begin with a template or a recent project</source>
        <translation>Empezar con una plantilla o un proyecto reciente</translation>
    </message>
    <message>
        <source>&amp;Start page</source>
        <translation>&amp;Página de inicio</translation>
    </message>
    <message>
        <source>Templates and recent projects</source>
        <translation>Plantillas y proyectos recientes</translation>
    </message>
    <message>
        <source>Open arc&amp;hitecture…</source>
        <translation>Abrir arqui&amp;tectura…</translation>
    </message>
    <message>
        <source>A network from a .keras, .h5, JSON or project file, into this project</source>
        <translation>Una red de un archivo .keras, .h5, JSON o de un proyecto, en este proyecto</translation>
    </message>
    <message>
        <source>Save as te&amp;mplate…</source>
        <translation>Guardar como p&amp;lantilla…</translation>
    </message>
    <message>
        <source>Keep data, network and training to begin with again</source>
        <translation>Conservar datos, red y entrenamiento para volver a empezar con ellos</translation>
    </message>
    <message>
        <source>Export architecture (Keras JSON)…</source>
        <translation>Exportar arquitectura (JSON de Keras)…</translation>
    </message>
    <message>
        <source>Write the network without weights, for keras.models.model_from_json</source>
        <translation>Escribir la red sin pesos, para keras.models.model_from_json</translation>
    </message>
    <message>
        <source>“{title}” is among your templates now.</source>
        <translation>«{title}» ya está entre sus plantillas.</translation>
    </message>
    <message>
        <source>My {title}</source>
        <translation>Mi {title}</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>&amp;Open a project…</source>
        <translation>&amp;Abrir un proyecto…</translation>
    </message>
    <message>
        <source>Open an &amp;architecture…</source>
        <translation>Abrir una ar&amp;quitectura…</translation>
    </message>
    <message>
        <source>A network from a .keras, .h5, JSON or project file, into this project</source>
        <translation>Una red de un archivo .keras, .h5, JSON o de un proyecto, en este proyecto</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>Projects that you save will be here.</source>
        <translation>Aquí estarán los proyectos que se guarden.</translation>
    </message>
    <message>
        <source>Begin with a template</source>
        <translation>Empezar con una plantilla</translation>
    </message>
    <message>
        <source>Data, network and training are ready; everything can be changed afterwards.</source>
        <translation>Datos, red y entrenamiento están listos; todo se puede cambiar después.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Proyectos recientes</translation>
    </message>
    <message>
        <source>Esc leads back to your project.</source>
        <translation>Esc vuelve al proyecto.</translation>
    </message>
    <message>
        <source>“{title}” was removed.</source>
        <translation>Se ha quitado «{title}».</translation>
    </message>
</context>
<context>
    <name>StepStrip</name>
    <message>
        <source>The steps from the photo to the image</source>
        <translation>Los pasos de la foto a la imagen</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Beginning</source>
        <translation>Comienzo</translation>
    </message>
    <message>
        <source>{step} (saved)</source>
        <translation>{step} (guardado)</translation>
    </message>
    <message>
        <source>Undone: click to do it again</source>
        <translation>Deshecho: clic para rehacerlo</translation>
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
        <source>MNIST&apos;s pen</source>
        <translation>Lápiz de MNIST</translation>
    </message>
    <message>
        <source>Make lines as wide as MNIST&apos;s are, however wide they were drawn.</source>
        <translation>Dar a las líneas el grosor de MNIST, se dibujaran como se dibujaran.</translation>
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
        <source>Preparation</source>
        <translation>Preparación</translation>
    </message>
</context>
<context>
    <name>StoppingRows</name>
    <message>
        <source>Restore the best weights</source>
        <translation>Restaurar los mejores pesos</translation>
    </message>
    <message>
        <source>Ends with the weights of the best epoch instead of the last one.</source>
        <translation>Termina con los pesos de la mejor época en lugar de los de la última.</translation>
    </message>
    <message>
        <source>Set what early stopping watches</source>
        <translation>Fijar qué vigila la parada temprana</translation>
    </message>
    <message>
        <source>Set the patience of early stopping</source>
        <translation>Cambiar la paciencia de la parada temprana</translation>
    </message>
    <message>
        <source>Set the least gain of early stopping</source>
        <translation>Fijar la mejora mínima de la parada temprana</translation>
    </message>
</context>
<context>
    <name>StrokeMenu</name>
    <message>
        <source>Open and save the strokes</source>
        <translation>Abrir y guardar los trazos</translation>
    </message>
    <message>
        <source>Open strokes…</source>
        <translation>Abrir trazos…</translation>
    </message>
    <message>
        <source>Save the strokes as…</source>
        <translation>Guardar los trazos como…</translation>
    </message>
    <message>
        <source>Open strokes</source>
        <translation>Abrir trazos</translation>
    </message>
    <message>
        <source>Strokes (*.json *.json.gz)</source>
        <translation>Trazos (*.json *.json.gz)</translation>
    </message>
    <message>
        <source>Save the strokes</source>
        <translation>Guardar los trazos</translation>
    </message>
    <message>
        <source>Strokes (*.json)</source>
        <translation>Trazos (*.json)</translation>
    </message>
    <message>
        <source>strokes.json</source>
        <translation>trazos.json</translation>
    </message>
    <message>
        <source>The strokes are in {path}</source>
        <translation>Los trazos están en {path}</translation>
    </message>
    <message>
        <source>{number}: unlabelled</source>
        <translation>{number}: sin etiqueta</translation>
    </message>
    <message>
        <source>{number}: a {digit}</source>
        <translation>{number}: un {digit}</translation>
    </message>
    <message>
        <source>{file} holds {count} drawings. Which one?</source>
        <translation>{file} contiene {count} dibujos. ¿Cuál?</translation>
    </message>
</context>
<context>
    <name>SummaryDialog</name>
    <message>
        <source>Network summary</source>
        <translation>Resumen de la red</translation>
    </message>
    <message>
        <source>Layer (type)</source>
        <translation>Capa (tipo)</translation>
    </message>
    <message>
        <source>Output shape</source>
        <translation>Forma de salida</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
    <message>
        <source>Multiply-adds</source>
        <translation>Multiplicaciones-sumas</translation>
    </message>
    <message>
        <source>Trainable</source>
        <translation>Entrenables</translation>
    </message>
    <message>
        <source>Not trainable</source>
        <translation>No entrenables</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>{optimizer}&apos;s memory</source>
        <translation>Memoria de {optimizer}</translation>
    </message>
    <message>
        <source>Activations of a batch of {batch}</source>
        <translation>Activaciones de un lote de {batch}</translation>
    </message>
    <message>
        <source>Multiply-adds for one answer</source>
        <translation>Mult.-sumas para una respuesta</translation>
    </message>
    <message>
        <source>For one example in training</source>
        <translation>Para un ejemplo al entrenar</translation>
    </message>
    <message>
        <source>For an epoch, validation included</source>
        <translation>Por época, con validación</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Capas</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copiar como texto</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Copiar como Markdown</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Copiar como CSV</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
</context>
<context>
    <name>SurfacePanel</name>
    <message>
        <source>What is shown of the function</source>
        <translation>Qué se muestra de la función</translation>
    </message>
    <message>
        <source>Network with points</source>
        <translation>Red con puntos</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>What the network says less the true value.</source>
        <translation>Lo que dice la red menos el valor verdadero.</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Which of the function&apos;s values.</source>
        <translation>Cuál de los valores de la función.</translation>
    </message>
    <message>
        <source>The surface appears as soon as the data is loaded.</source>
        <translation>La superficie aparece en cuanto se cargan los datos.</translation>
    </message>
    <message>
        <source>Not trained yet: this is what new random weights say.</source>
        <translation>Aún sin entrenar: esto dicen unos pesos aleatorios nuevos.</translation>
    </message>
    <message>
        <source>Values beyond the box are shown at its floor or lid.</source>
        <translation>Los valores fuera de la caja se muestran en su suelo o su tapa.</translation>
    </message>
    <message>
        <source>Where a value is no finite number, nothing is shown.</source>
        <translation>Donde un valor no es un número finito, no se muestra nada.</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>de {count}</translation>
    </message>
    <message>
        <source>Move the mouse over the curves, or press the arrow keys.</source>
        <translation>Conviene mover el ratón sobre las curvas o pulsar las flechas.</translation>
    </message>
    <message>
        <source>Drag to turn, wheel to zoom; point at the surface to read it.</source>
        <translation>Arrastrar para girar, rueda para ampliar; señalar la superficie para leerla.</translation>
    </message>
    <message>
        <source>This data is no function given by formulas.</source>
        <translation>Estos datos no son una función dada por fórmulas.</translation>
    </message>
    <message>
        <source>Network and target</source>
        <translation>Red y objetivo</translation>
    </message>
    <message>
        <source>Move the mouse over the arrows, or press the arrow keys.</source>
        <translation>Mover el ratón sobre las flechas o usar las teclas de flecha.</translation>
    </message>
    <message>
        <source>error</source>
        <translation>error</translation>
    </message>
    <message>
        <source>target</source>
        <translation>objetivo</translation>
    </message>
    <message>
        <source>network</source>
        <translation>red</translation>
    </message>
    <message>
        <source>value</source>
        <translation>valor</translation>
    </message>
    <message>
        <source>Contours: network black, target white</source>
        <translation>Curvas de nivel: red en negro, objetivo en blanco</translation>
    </message>
    <message>
        <source>network, coloured by the size of its error</source>
        <translation>red, coloreada según el tamaño de su error</translation>
    </message>
    <message>
        <source>f({place}) ≈ {value}
true {true}, error {error}</source>
        <translation>f({place}) ≈ {value}
verdadero {true}, error {error}</translation>
    </message>
    <message>
        <source>f({place}) ≈ {value}
The formula has no value here.</source>
        <translation>f({place}) ≈ {value}
La fórmula no tiene valor aquí.</translation>
    </message>
</context>
<context>
    <name>SurfacePlot</name>
    <message>
        <source>Drag to turn, wheel to zoom, double click for the first view.
Shift and the arrow keys move the probe.</source>
        <translation>Arrastrar para girar, rueda para ampliar, doble clic para la vista inicial.
Mayús y las flechas mueven la sonda.</translation>
    </message>
</context>
<context>
    <name>SweepPanel</name>
    <message>
        <source>“{name}” has nothing to search: its output must fit the data.</source>
        <translation>«{name}» no tiene nada que buscar: su salida debe ajustarse a los datos.</translation>
    </message>
    <message>
        <source>Search space</source>
        <translation>Espacio de búsqueda</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>What is set up of the sweep</source>
        <translation>Qué se configura del barrido</translation>
    </message>
    <message>
        <source>■  Stop</source>
        <translation>■  Parar</translation>
    </message>
    <message>
        <source>End the sweep; it can go on from here later.</source>
        <translation>Termina el barrido; luego puede continuar desde aquí.</translation>
    </message>
    <message>
        <source>Put its network and settings into the builder; undo leads back.</source>
        <translation>Pone su red y sus ajustes en el diseño; deshacer lleva de vuelta.</translation>
    </message>
    <message>
        <source>Use the network of trial {number}</source>
        <translation>Usar la red de la prueba {number}</translation>
    </message>
    <message>
        <source>Trial {number} is in the builder, with its weights.</source>
        <translation>La prueba {number} está en el diseño, con sus pesos.</translation>
    </message>
    <message>
        <source>Trial {number} is in the builder. Its weights are not kept here: train it.</source>
        <translation>La prueba {number} está en el diseño. Sus pesos no se guardan aquí: entrénela.</translation>
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
        <source>Starting…</source>
        <translation>Iniciando…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>▶  Go on</source>
        <translation>▶  Continuar</translation>
    </message>
    <message>
        <source>▶  Start</source>
        <translation>▶  Iniciar</translation>
    </message>
    <message>
        <source>★  Use the best</source>
        <translation>★  Usar la mejor</translation>
    </message>
    <message>
        <source>Use trial {number}</source>
        <translation>Usar la prueba {number}</translation>
    </message>
    <message>
        <source>Workers are starting…</source>
        <translation>Los procesos se están iniciando…</translation>
    </message>
    <message>
        <source>{count} trials</source>
        <translation>{count} pruebas</translation>
    </message>
    <message>
        <source>{count} of {trials} trials</source>
        <translation>{count} de {trials} pruebas</translation>
    </message>
    <message>
        <source>{count} running</source>
        <translation>{count} en marcha</translation>
    </message>
    <message>
        <source>best {name} {value} (trial {number})</source>
        <translation>mejor {name} {value} (prueba {number})</translation>
    </message>
</context>
<context>
    <name>SweepSettings</name>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source>one a core</source>
        <translation>uno por núcleo</translation>
    </message>
    <message>
        <source>TPE: learns from earlier trials</source>
        <translation>TPE: aprende de las pruebas anteriores</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Al azar</translation>
    </message>
    <message>
        <source>Grid: all combinations</source>
        <translation>Cuadrícula: todas las combinaciones</translation>
    </message>
    <message>
        <source>None: every trial to its end</source>
        <translation>Ninguna: cada prueba hasta el final</translation>
    </message>
    <message>
        <source>Worse than the median</source>
        <translation>Peor que la mediana</translation>
    </message>
    <message>
        <source>Successive halving</source>
        <translation>Reducción sucesiva a la mitad</translation>
    </message>
    <message>
        <source>{count} combinations</source>
        <translation>{count} combinaciones</translation>
    </message>
    <message>
        <source>Best by</source>
        <translation>Mejor según</translation>
    </message>
    <message>
        <source>Measured on the validation part; the test part is never looked at.</source>
        <translation>Se mide en la parte de validación; la de prueba nunca se mira.</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>Muestreador</translation>
    </message>
    <message>
        <source>How the next trial is chosen.</source>
        <translation>Cómo se elige la prueba siguiente.</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Puntos</translation>
    </message>
    <message>
        <source>Of each range, in a grid.</source>
        <translation>De cada rango, en una cuadrícula.</translation>
    </message>
    <message>
        <source>Pruning</source>
        <translation>Poda</translation>
    </message>
    <message>
        <source>Ends unpromising trials early.</source>
        <translation>Termina antes las pruebas poco prometedoras.</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>Pruebas</translation>
    </message>
    <message>
        <source>In all, by all computers together.</source>
        <translation>En total, entre todos los ordenadores.</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutos</translation>
    </message>
    <message>
        <source>How long each start goes on at most.</source>
        <translation>Cuánto dura cada inicio como máximo.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Épocas</translation>
    </message>
    <message>
        <source>Of each trial.</source>
        <translation>De cada prueba.</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Procesos</translation>
    </message>
    <message>
        <source>Processes that try at the same time.</source>
        <translation>Procesos que prueban a la vez.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>Of the sampler.</source>
        <translation>Del muestreador.</translation>
    </message>
    <message>
        <source>Change the sweep</source>
        <translation>Cambiar el barrido</translation>
    </message>
</context>
<context>
    <name>SweepViews</name>
    <message>
        <source>History</source>
        <translation>Historia</translation>
    </message>
    <message>
        <source>Parallel coordinates</source>
        <translation>Coordenadas paralelas</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>Importancia</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>Pruebas</translation>
    </message>
    <message>
        <source>What is shown of the sweep</source>
        <translation>Qué se muestra del barrido</translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message>
        <source>Choose a file…</source>
        <translation>Elegir un archivo…</translation>
    </message>
    <message>
        <source>Drop a table here, or choose a file: CSV, TSV, Excel (.xlsx) or Parquet.
A row is an example; one column is what there is to predict.</source>
        <translation>Soltar aquí una tabla, o elegir un archivo: CSV, TSV, Excel (.xlsx) o Parquet.
Una fila es un ejemplo; una columna es lo que se va a predecir.</translation>
    </message>
    <message>
        <source>Your own table</source>
        <translation>Tabla propia</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.dat *.data *.xlsx *.parquet);;All files (*)</source>
        <translation>Tablas (*.csv *.tsv *.txt *.dat *.data *.xlsx *.parquet);;Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Choose a table</source>
        <translation>Elegir una tabla</translation>
    </message>
    <message>
        <source>What each column is for</source>
        <translation>Para qué es cada columna</translation>
    </message>
    <message>
        <source>Selected:</source>
        <translation>Selección:</translation>
    </message>
    <message>
        <source>The network gets the selected columns</source>
        <translation>La red recibe las columnas seleccionadas</translation>
    </message>
    <message>
        <source>The selected columns are to be predicted, and no other</source>
        <translation>Se predicen las columnas seleccionadas y ninguna otra</translation>
    </message>
    <message>
        <source>Leave the selected columns out</source>
        <translation>Dejar fuera las columnas seleccionadas</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>Primeras filas</translation>
    </message>
    <message>
        <source>Classes (classification)</source>
        <translation>Clases (clasificación)</translation>
    </message>
    <message>
        <source>Values (regression)</source>
        <translation>Valores (regresión)</translation>
    </message>
    <message>
        <source>Leave out rows that lack a value</source>
        <translation>Omitir filas con huecos</translation>
    </message>
    <message>
        <source>Put in the mean</source>
        <translation>Poner la media</translation>
    </message>
    <message>
        <source>Put in the most frequent value</source>
        <translation>Poner el valor más frecuente</translation>
    </message>
    <message>
        <source>Means and most frequent values are those of the training examples alone. Categories always get the most frequent one.</source>
        <translation>Las medias y los valores más frecuentes son los de los ejemplos de entrenamiento. Las categorías reciben siempre la más frecuente.</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Predecir</translation>
    </message>
    <message>
        <source>Missing values</source>
        <translation>Valores ausentes</translation>
    </message>
</context>
<context>
    <name>TableWords</name>
    <message>
        <source>at most {count} rows</source>
        <translation>como mucho {count} filas</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} filas</translation>
    </message>
    <message>
        <source>1 input</source>
        <translation>1 entrada</translation>
    </message>
    <message>
        <source>{count} inputs</source>
        <translation>{count} entradas</translation>
    </message>
    <message>
        <source>(from {count} columns)</source>
        <translation>(de {count} columnas)</translation>
    </message>
    <message>
        <source>{count} classes</source>
        <translation>{count} clases</translation>
    </message>
    <message>
        <source>1 value</source>
        <translation>1 valor</translation>
    </message>
    <message>
        <source>{count} values</source>
        <translation>{count} valores</translation>
    </message>
    <message>
        <source>No column is the target yet.</source>
        <translation>Ninguna columna es todavía el objetivo.</translation>
    </message>
    <message>
        <source>The value of “{name}” is to be predicted.</source>
        <translation>Se predice el valor de «{name}».</translation>
    </message>
    <message>
        <source>“{name}” has {count} different values: its classes are to be predicted.</source>
        <translation>«{name}» tiene {count} valores distintos: se predicen sus clases.</translation>
    </message>
    <message>
        <source>The rows of {cells} empty cells are left out.</source>
        <translation>Se omiten las filas de {cells} celdas vacías.</translation>
    </message>
    <message>
        <source>{rows} of {total} rows lack a value and are left out.</source>
        <translation>A {rows} de {total} filas les falta un valor y se omiten.</translation>
    </message>
    <message>
        <source>{cells} empty cells in 1 column are filled in.</source>
        <translation>Se rellenan {cells} celdas vacías de 1 columna.</translation>
    </message>
    <message>
        <source>{cells} empty cells in {columns} columns are filled in.</source>
        <translation>Se rellenan {cells} celdas vacías de {columns} columnas.</translation>
    </message>
    <message>
        <source>{lacking} rows have nothing to predict and are left out.</source>
        <translation>{lacking} filas no tienen nada que predecir y se omiten.</translation>
    </message>
    <message>
        <source>No values are missing.</source>
        <translation>No faltan valores.</translation>
    </message>
</context>
<context>
    <name>TemplateDialog</name>
    <message>
        <source>Save as template</source>
        <translation>Guardar como plantilla</translation>
    </message>
    <message>
        <source>Rename the template</source>
        <translation>Cambiar el nombre de la plantilla</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>What it is good for, in a line</source>
        <translation>Para qué sirve, en una línea</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Renombrar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Data, network and training are kept; weights and history are not.</source>
        <translation>Se conservan datos, red y entrenamiento; los pesos y el historial, no.</translation>
    </message>
    <message>
        <source>Another of your templates is called so.</source>
        <translation>Otra de sus plantillas se llama así.</translation>
    </message>
    <message>
        <source>One of your templates is called so: saving will ask about it.</source>
        <translation>Una de sus plantillas se llama así: al guardar se preguntará.</translation>
    </message>
    <message>
        <source>There is already a template “{title}”. Replace it?</source>
        <translation>Ya hay una plantilla «{title}». ¿Reemplazarla?</translation>
    </message>
</context>
<context>
    <name>TemplateGrid</name>
    <message>
        <source>Templates</source>
        <translation>Plantillas</translation>
    </message>
    <message>
        <source>Begin with it</source>
        <translation>Empezar con ella</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renombrar…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Play the film</source>
        <translation>Reproducir la película</translation>
    </message>
    <message>
        <source>How fast the film runs</source>
        <translation>A qué velocidad va la película</translation>
    </message>
    <message>
        <source>Moment of the training</source>
        <translation>Momento del entrenamiento</translation>
    </message>
    <message>
        <source>Drag through the training. The keys , and . go from frame to frame.</source>
        <translation>Arrastrar por el entrenamiento. Las teclas , y . van de fotograma en fotograma.</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En vivo</translation>
    </message>
    <message>
        <source>Follow the training</source>
        <translation>Seguir el entrenamiento</translation>
    </message>
    <message>
        <source>The film&apos;s memory, and its export</source>
        <translation>La memoria de la película, y su exportación</translation>
    </message>
    <message>
        <source>Hold the film</source>
        <translation>Detener la película</translation>
    </message>
    <message>
        <source>Film {megabytes} MB</source>
        <translation>Película {megabytes} MB</translation>
    </message>
    <message>
        <source>The film begins with the training</source>
        <translation>La película empieza con el entrenamiento</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>época {epoch}</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Begin with another template</source>
        <translation>Empezar con otra plantilla</translation>
    </message>
    <message>
        <source>CPU · {cores} cores</source>
        <translation>CPU · {cores} núcleos</translation>
    </message>
    <message>
        <source>Where training runs. Click to choose, or for an explanation.</source>
        <translation>Dónde se ejecuta el entrenamiento. Clic para elegir o para más detalles.</translation>
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
        <source>Stop early</source>
        <translation>Parada temprana</translation>
    </message>
    <message>
        <source>Reduce rate on plateau</source>
        <translation>Bajar tasa en meseta</translation>
    </message>
    <message>
        <source>Ends when what it watches gets no better, and can restore the best weights.</source>
        <translation>Termina cuando lo que vigila deja de mejorar, y puede restaurar los mejores pesos.</translation>
    </message>
    <message>
        <source>Makes the learning rate smaller when what it watches gets no better.</source>
        <translation>Reduce la tasa de aprendizaje cuando lo que vigila deja de mejorar.</translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation>Barajar</translation>
    </message>
    <message>
        <source>Goes through the examples in another random order in each epoch.</source>
        <translation>Recorre los ejemplos en otro orden al azar en cada época.</translation>
    </message>
    <message>
        <source>The order of the examples, and in how many bits numbers are multiplied</source>
        <translation>El orden de los ejemplos y con cuántos bits se multiplican los números</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entrenamiento</translation>
    </message>
    <message>
        <source>Keras&apos;s page on fit</source>
        <translation>Página de Keras sobre fit</translation>
    </message>
    <message>
        <source>Keras&apos;s page on early stopping</source>
        <translation>Página de Keras sobre la parada temprana</translation>
    </message>
    <message>
        <source>Keras&apos;s page on reducing the rate</source>
        <translation>Página de Keras sobre bajar la tasa</translation>
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
        <source>Shuffle the examples</source>
        <translation>Barajar los ejemplos</translation>
    </message>
    <message>
        <source>Leave the examples in their order</source>
        <translation>Dejar los ejemplos en su orden</translation>
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
    <name>TrainingQueue</name>
    <message>
        <source>{count} waiting</source>
        <translation>{count} en espera</translation>
    </message>
    <message>
        <source>{number} of {total} · {name}</source>
        <translation>{number} de {total} · {name}</translation>
    </message>
    <message>
        <source>{what} · loading the data</source>
        <translation>{what} · cargando los datos</translation>
    </message>
    <message>
        <source>{what} · waits for the other training</source>
        <translation>{what} · espera al otro entrenamiento</translation>
    </message>
    <message>
        <source>{what} · epoch {epoch} of {epochs}</source>
        <translation>{what} · época {epoch} de {epochs}</translation>
    </message>
    <message>
        <source>{what} · about {minutes} min left</source>
        <translation>{what} · quedan unos {minutes} min</translation>
    </message>
</context>
<context>
    <name>TrialsModel</name>
    <message>
        <source>Trial</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Época</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Segundos</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
</context>
<context>
    <name>TrialsTable</name>
    <message>
        <source>Trials</source>
        <translation>Pruebas</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Add a layer to see what it makes of the data.</source>
        <translation>Añadir una capa para ver qué hace con los datos.</translation>
    </message>
    <message>
        <source>A network this large shows its features once it is trained.</source>
        <translation>Una red tan grande muestra sus características una vez entrenada.</translation>
    </message>
    <message>
        <source>The data could not be loaded.</source>
        <translation>No se pudieron cargar los datos.</translation>
    </message>
    <message>
        <source>The features appear as soon as the data is loaded.</source>
        <translation>Las características aparecen en cuanto se cargan los datos.</translation>
    </message>
</context>
<context>
    <name>Turnable</name>
    <message>
        <source>Drag to turn, wheel to zoom, double click for the first view.</source>
        <translation>Arrastrar para girar, rueda para ampliar, doble clic para la vista inicial.</translation>
    </message>
</context>
<context>
    <name>ValuesPage</name>
    <message>
        <source>Predicted against true</source>
        <translation>Predicho frente a verdadero</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Which of the values is shown</source>
        <translation>Cuál de los valores se muestra</translation>
    </message>
    <message>
        <source>Value {number}</source>
        <translation>Valor {number}</translation>
    </message>
    <message>
        <source>true</source>
        <translation>verdadero</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>predicho</translation>
    </message>
    <message>
        <source>predicted − true</source>
        <translation>predicho − verdadero</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>ejemplos</translation>
    </message>
    <message>
        <source>mean {mean} · spread {spread}</source>
        <translation>media {mean} · dispersión {spread}</translation>
    </message>
</context>
<context>
    <name>ViewOptions</name>
    <message>
        <source>Before the activation</source>
        <translation>Antes de la activación</translation>
    </message>
    <message>
        <source>Show the weighted sums instead of the activations</source>
        <translation>Mostrar las sumas ponderadas en vez de las activaciones</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>Horizontal</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Vertical</translation>
    </message>
    <message>
        <source>Into the depth</source>
        <translation>En profundidad</translation>
    </message>
    <message>
        <source>Decision regions</source>
        <translation>Regiones de decisión</translation>
    </message>
    <message>
        <source>Behind the points of a layer of two units: what the rest of the network answers all over the plane, paler where it is less sure</source>
        <translation>Detrás de los puntos de una capa de dos unidades: lo que responde el resto de la red en todo el plano, más pálido donde está menos segura</translation>
    </message>
    <message>
        <source>Fix axes here</source>
        <translation>Fijar los ejes aquí</translation>
    </message>
    <message>
        <source>Keep the axes of this moment for the whole film, instead of turning them</source>
        <translation>Conservar los ejes de este momento en toda la película, en vez de girarlos</translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation>Perplejidad</translation>
    </message>
    <message>
        <source>About how many neighbours count for each point</source>
        <translation>Cuántos vecinos, más o menos, cuentan para cada punto</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Vecinos</translation>
    </message>
    <message>
        <source>How many neighbours count for each point</source>
        <translation>Cuántos vecinos cuentan para cada punto</translation>
    </message>
    <message>
        <source>Lay out moments of the whole film</source>
        <translation>Disponer momentos de toda la película</translation>
    </message>
    <message>
        <source>Sort the rows again</source>
        <translation>Ordenar otra vez las filas</translation>
    </message>
    <message>
        <source>Put examples that are alike now beside each other</source>
        <translation>Poner juntos los ejemplos que ahora se parecen</translation>
    </message>
    <message>
        <source>At most so many examples</source>
        <translation>Como máximo tantos ejemplos</translation>
    </message>
    <message>
        <source>Unit across</source>
        <translation>Unidad horizontal</translation>
    </message>
    <message>
        <source>Unit up</source>
        <translation>Unidad vertical</translation>
    </message>
    <message>
        <source>Unit into the depth</source>
        <translation>Unidad en profundidad</translation>
    </message>
    <message>
        <source>Examples, at most</source>
        <translation>Ejemplos, como máximo</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Surface over the two inputs</source>
        <translation>Superficie sobre las dos entradas</translation>
    </message>
    <message>
        <source>Contours over the two inputs</source>
        <translation>Curvas de nivel sobre las dos entradas</translation>
    </message>
    <message>
        <source>Curves over the input</source>
        <translation>Curvas sobre la entrada</translation>
    </message>
    <message>
        <source>Arrows over the two inputs</source>
        <translation>Flechas sobre las dos entradas</translation>
    </message>
</context>
<context>
    <name>WeightsPanel</name>
    <message>
        <source>Array of weights</source>
        <translation>Matriz de pesos</translation>
    </message>
    <message>
        <source>The layer and the array that are shown</source>
        <translation>La capa y la matriz que se muestran</translation>
    </message>
    <message>
        <source>How weights are shown</source>
        <translation>Cómo se muestran los pesos</translation>
    </message>
    <message>
        <source>A picture for each unit</source>
        <translation>Una imagen por unidad</translation>
    </message>
    <message>
        <source>One matrix</source>
        <translation>Una sola matriz</translation>
    </message>
    <message>
        <source>Weights or their change</source>
        <translation>Pesos o su cambio</translation>
    </message>
    <message>
        <source>The weights themselves, or what the training has added to them.</source>
        <translation>Los propios pesos, o lo que el entrenamiento les ha añadido.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>Change since the start</source>
        <translation>Cambio desde el inicio</translation>
    </message>
    <message>
        <source>Change since the frame before</source>
        <translation>Cambio desde el fotograma anterior</translation>
    </message>
    <message>
        <source>Earlier units (Page Up)</source>
        <translation>Unidades anteriores (Re Pág)</translation>
    </message>
    <message>
        <source>Later units (Page Down)</source>
        <translation>Unidades siguientes (Av Pág)</translation>
    </message>
    <message>
        <source>The film keeps no weights of a network this large: go back to Live.</source>
        <translation>La película no guarda los pesos de una red tan grande: volver a En vivo.</translation>
    </message>
    <message>
        <source>No layer of this network has weights.</source>
        <translation>Ninguna capa de esta red tiene pesos.</translation>
    </message>
    <message>
        <source>A network this large shows its weights once it is trained.</source>
        <translation>Una red tan grande muestra sus pesos cuando está entrenada.</translation>
    </message>
    <message>
        <source>new random weights</source>
        <translation>pesos nuevos al azar</translation>
    </message>
    <message>
        <source>from epoch {first} to {last}</source>
        <translation>de la época {first} a la {last}</translation>
    </message>
    <message>
        <source>after epoch {epoch}</source>
        <translation>tras la época {epoch}</translation>
    </message>
    <message>
        <source>{count} weights
from {low} to {high}
mean {mean} · spread {spread}
{small} % next to nothing</source>
        <translation>{count} pesos
de {low} a {high}
media {mean} · dispersión {spread}
{small} % casi nulos</translation>
    </message>
    <message>
        <source>{count} are no numbers: the training has diverged.</source>
        <translation>{count} no son números: el entrenamiento ha divergido.</translation>
    </message>
    <message>
        <source>units {first}–{last} of {count}</source>
        <translation>unidades {first}–{last} de {count}</translation>
    </message>
</context>
<context>
    <name>WeightsView</name>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>unit {unit} · row {row}, column {column}: {value}</source>
        <translation>unidad {unit} · fila {row}, columna {column}: {value}</translation>
    </message>
    <message>
        <source>unit {unit}: {value}</source>
        <translation>unidad {unit}: {value}</translation>
    </message>
    <message>
        <source>around input {input} → unit {unit}, mean: {value}</source>
        <translation>en torno a la entrada {input} → unidad {unit}, media: {value}</translation>
    </message>
    <message>
        <source>input {input} → unit {unit}: {value}</source>
        <translation>entrada {input} → unidad {unit}: {value}</translation>
    </message>
</context>
<context>
    <name>Words</name>
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
        <source>unit {across} across, unit {up} up</source>
        <translation>unidad {across} en horizontal, unidad {up} en vertical</translation>
    </message>
    <message>
        <source>units {across}, {up}</source>
        <translation>unidades {across}, {up}</translation>
    </message>
    <message>
        <source>{name} · only neighbours mean something</source>
        <translation>{name} · solo la vecindad significa algo</translation>
    </message>
    <message>
        <source>PCA · {shares} of the variance</source>
        <translation>PCA · {shares} de la varianza</translation>
    </message>
    <message>
        <source>PCA · {shares}</source>
        <translation>PCA · {shares}</translation>
    </message>
    <message>
        <source>units {numbers} in space</source>
        <translation>unidades {numbers} en el espacio</translation>
    </message>
    <message>
        <source>LDA · {shares} of what separates the classes</source>
        <translation>LDA · {shares} de lo que separa las clases</translation>
    </message>
    <message>
        <source>LDA · {shares}</source>
        <translation>LDA · {shares}</translation>
    </message>
    <message>
        <source>unit {number}</source>
        <translation>unidad {number}</translation>
    </message>
    <message>
        <source>axis {number}</source>
        <translation>eje {number}</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>Horizontal</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Vertical</translation>
    </message>
    <message>
        <source>{axis}: {units}</source>
        <translation>{axis}: {units}</translation>
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
        <source>all {total}</source>
        <translation>los {total}</translation>
    </message>
    <message>
        <source>{count} of {total}</source>
        <translation>{count} de {total}</translation>
    </message>
    <message>
        <source>{count} selected · mean loss {loss}</source>
        <translation>{count} seleccionados · pérdida media {loss}</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>{count} seleccionados</translation>
    </message>
    <message>
        <source>{count} selected, none of them shown here</source>
        <translation>{count} seleccionados, ninguno se muestra aquí</translation>
    </message>
    <message>
        <source>{count} elsewhere</source>
        <translation>{count} en otra parte</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Data &amp;panel</source>
        <translation>Panel de da&amp;tos</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>&amp;Red</translation>
    </message>
    <message>
        <source>&amp;Results</source>
        <translation>R&amp;esultados</translation>
    </message>
    <message>
        <source>&amp;Try-it panel</source>
        <translation>Panel para pro&amp;bar</translation>
    </message>
    <message>
        <source>Open this panel or fold it away</source>
        <translation>Abrir este panel o plegarlo</translation>
    </message>
    <message>
        <source>Open this panel ({keys})</source>
        <translation>Abrir este panel ({keys})</translation>
    </message>
    <message>
        <source>Fold this panel away ({keys})</source>
        <translation>Plegar este panel ({keys})</translation>
    </message>
    <message>
        <source>Open the results ({keys})</source>
        <translation>Abrir los resultados ({keys})</translation>
    </message>
    <message>
        <source>Give the results all the room ({keys})</source>
        <translation>Dejar todo el sitio a los resultados ({keys})</translation>
    </message>
    <message>
        <source>Give the network all the room ({keys})</source>
        <translation>Dejar todo el sitio a la red ({keys})</translation>
    </message>
</context>
<context>
    <name>_About</name>
    <message>
        <source>Back to the default</source>
        <translation>Volver al valor por defecto</translation>
    </message>
</context>
<context>
    <name>_Cards</name>
    <message>
        <source>Examples</source>
        <translation>Ejemplos</translation>
    </message>
</context>
<context>
    <name>_ClassButton</name>
    <message>
        <source>Show or hide class {name}</source>
        <translation>Mostrar u ocultar la clase {name}</translation>
    </message>
    <message>
        <source>Double click: this class alone, or all again</source>
        <translation>Doble clic: solo esta clase, o todas de nuevo</translation>
    </message>
    <message>
        <source>Class {name}</source>
        <translation>Clase {name}</translation>
    </message>
</context>
<context>
    <name>_Closer</name>
    <message>
        <source>Look at the examples closely</source>
        <translation>Ver los ejemplos de cerca</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>no ink</source>
        <translation>sin tinta</translation>
    </message>
    <message>
        <source>by hand; read {read} {share}</source>
        <translation>a mano; leído {read} {share}</translation>
    </message>
</context>
<context>
    <name>_Thumbnail</name>
    <message>
        <source>{caption}: {width} × {height} pixels</source>
        <translation>{caption}: {width} × {height} píxeles</translation>
    </message>
</context>
<context>
    <name>_ValueScale</name>
    <message>
        <source>Colours from {low} to {high}</source>
        <translation>Colores de {low} a {high}</translation>
    </message>
</context>
<context>
    <name>export_digits</name>
    <message>
        <source>Export the digits</source>
        <translation>Exportar los dígitos</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabla (*.csv)</translation>
    </message>
</context>
<context>
    <name>incoming</name>
    <message>
        <source>Pasted picture</source>
        <translation>Imagen pegada</translation>
    </message>
</context>
</TS>
