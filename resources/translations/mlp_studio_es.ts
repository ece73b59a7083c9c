<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name></name>
    <message>
        <source>There are no examples to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The activations are not finite: the training has diverged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} examples without finite activations are left at the origin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All examples have the same activations, so they lie on one point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not trained yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss is no longer a number: the learning rate is too high. Lower it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too early to tell: a few more epochs will show where this goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training loss is rising: the learning rate is too high. Try a tenth of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training loss jumps up and down: the learning rate is rather high. Lower it, or use larger batches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overfitting since epoch {epoch}: validation gets worse while training improves. Dropout, L2 or stopping earlier may help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither curve gets far: underfitting. More units, another layer or another learning rate may help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation lags behind training: some overfitting. Dropout, L2 or more data may help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training is still improving: more epochs may help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training has levelled off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation follows training closely: no sign of overfitting. Both still improve, so more epochs may help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation follows training closely: no sign of overfitting. Both have levelled off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model takes inputs of shape {wanted}; the data has {given}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose data of the model&apos;s own shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model at {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a run folder, a project, a .keras or a .h5 file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project {path} has not been trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train it first: mlp-studio train {path} --out DIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no model that MLP Studio knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model takes {given} and has {outputs} outputs; reading digits needs 28 × 28 and 10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model that was trained on digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no data “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose mnist, a template ({names}) or an .npz file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no readable .npz file: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give an .npz file with the arrays x and y.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds no arrays x and y. Received: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the inputs x and the answers y.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} has {x} inputs and {y} answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each input needs one answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels in {path} are not class numbers from 0 to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number the classes from 0 in the order of the network&apos;s outputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model has {given} outputs; the data has {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluate a model on data of its own kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tour was broken off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the messages above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} can&apos;t be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder with --out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network expects inputs of shape {expected}; the data gives {given}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the input layer to the shape of the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the input to the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the output layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has no layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add at least the output layer: Dense with {units} units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network has {count} parameters, more than {limit} million.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use fewer units in “{layer}” or before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last layer, “{layer}”, is not a Dense layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the network with Dense, {units} units.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Flatten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing turns the {shape} input into one row, so the output has shape {output}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with a Flatten layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {units} × {activation} with {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{loss} is a loss for classes; this data has real values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use mean_squared_error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss {given} does not suit {units} × {activation}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {loss}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last layer ends in {given}; this task calls for {activation}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the activation of “{layer}” to {activation}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metric {metric} says little about this task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {metric}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {metric}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A callback watches {monitor}, which is not measured with the metric {metric}: it would never act.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it watch val_loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch val_loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the units of the last layer to {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last layer has {given} units; the data has {outputs} values to predict.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last layer has {given} units; the data has {outputs} classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another layer is already called “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a name which no other layer has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built-in digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handwritten digits made on this computer: train, then draw your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spirals · 6 arms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six spiral arms, six classes; a two-unit layer turns them into six rays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spirals · 2 classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eight arms, two classes; 16 features to look at by PCA.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Function · egg crate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approximate sin x · sin y + 0.1 (x² + y²) from 5,000 samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Function · radial Gaussian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approximate exp(−r²/4) · cos 2r from 5,000 samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST · first network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>28 × 28 → 8 ReLU → 10 softmax, 8 epochs: the course&apos;s first classifier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST · 200 linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One hidden layer of 200 without activation: no better than no hidden layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST · 200 tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same 200 units with tanh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST · 100-200-100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three hidden ReLU layers, 50 epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST · 200-500-200</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>200 ReLU, 500 tanh, 200 ReLU: the widest of the course&apos;s exercises.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no template “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the digits made before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making digits: {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking for {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching {file}: {have} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {url} broke off after {have} of {total} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again: the download goes on where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{url} could not be fetched: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{url} offers more than {limit} MB, which can&apos;t be right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be written into the folder {folder}: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dividing the examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaling the examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What {url} sent is not MNIST, so it was not kept: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a copy of mnist.npz into the folder {folder}, or use the built-in digits, which need no download.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a whole NumPy archive ({detail})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it can&apos;t be read ({detail})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no array “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is not a NumPy array ({detail})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” should be uint8 of shape {wanted}, and is {dtype} of shape {found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” ends too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the labels in “{name}” should be the digits 0 to 9, and go from {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the mean of its pixels should be {wanted}, and is {found}: these are other images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The MNIST file {file} is broken: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace it with a whole copy, or delete it to have it downloaded again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} examples can&apos;t be divided with a share of {share} for validation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a share that leaves at least one example of each class in both parts, or make more examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture {file} has too many pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduce it to some thousand pixels a side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not in a picture format known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no digit to be seen on {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write one digit large and dark on plain paper, and photograph it from above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture {file} can&apos;t be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a whole PNG or JPEG file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has more than {limit} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not JSON ({detail})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds no list, but {given}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>item {number} has no “strokes”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the label of item {number} should be a digit from 0 to 9, and is {given}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the strokes of item {number} are no list of lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a point of item {number} should be [x, y] with two numbers, and is {given}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The strokes in {file} can&apos;t be used: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each item of the JSON list should look like {example}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorFlow uses no GPU on Windows itself; it does inside WSL 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This build of TensorFlow has no GPU support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorFlow sees no GPU. With an NVIDIA card and its driver, install the GPU libraries: pip install “mlp-studio[gpu]”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A GPU was asked for, but there is none to use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on the CPU instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after {epochs} epochs; the weights stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss is no longer a finite number; the weights of epoch {epoch}, the last good ones, are kept. Try a lower learning rate than {rate}, and check the scaling of the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped early: {monitor} has not improved for {patience} epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained to epoch {epoch}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ended} The weights of epoch {epoch}, the best one, are back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the settings and train again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} {remedy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TensorFlow could not go on: {reason} Train again, or on the CPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The memory did not suffice for {parameters} parameters and a batch size of {batch}. Use a smaller batch, fewer units or fewer examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} can&apos;t be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder, or make room or give yourself permission there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{where}”: {what}; received {given}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been moved or renamed: open it from where it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a whole project file ({detail})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“project.json” has no “format” and “project”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was saved by a later version, {program} (format {format}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the latest MLP Studio to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in “{member}”, {fault}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“weights.json” has no “epoch”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weights “{name}” are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weights “{name}”: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“history.json” is not a list with an object an epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{member}” is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{member}” is far too big</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{member}” is not JSON ({detail})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project {file} can&apos;t be opened: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an earlier copy of it, if there is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is no run folder: it has no manifest.json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder written by “mlp-studio train … --out”, or a .keras or .h5 file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its format should be {wanted}, and is {given}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no “epoch”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its “arrays” are no list of files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names no file for “{array}” of “{layer}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} lies outside the run folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds no JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} can&apos;t be used: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train again with --out, or restore the folder from a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no trained weights to export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Train first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data is not loaded yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it is, or choose another source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network can have {limit} layers at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a layer first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {layer} after {before}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {layer} at the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste {layers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {layer} after {before}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {layer} to the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be a layer&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with a letter; go on with up to 63 letters, digits, “_”, “-” or “.”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename {layer} to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarge {layers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduce {layers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {count} layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate {count} layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give {layer} a bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the bias from {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set units of {layer} to {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set activation of {layer} to {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set L1 of {layer} to {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set L2 of {layer} to {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set rate of {layer} to {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set momentum of {layer} to {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set epsilon of {layer} to {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units must be a whole number from 1 to {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rate must be from 0 to less than 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The momentum must be from 0 to less than 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epsilon must be more than 0 and at most 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L1 must be from 0 to 10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L2 must be from 0 to 10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such activation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waited {seconds} s in vain: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture {file} can&apos;t be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field closed by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights or the data did not come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not hold: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no button {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” can&apos;t be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder you may write to, with enough space.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Callout</name>
    <message>
        <source>({count} more)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurvesPanel</name>
    <message>
        <source>best epoch {epoch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the loss on a logarithmic axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the curves say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate reduced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean absolute error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first step is being prepared…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Train to see the curves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate reduced to follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate {rate}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>Data source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the examples come from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the examples kept aside to validate after each epoch, in percent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same split.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divide by 255</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the inputs are scaled before the network gets them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the built-in digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn at random.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stratified: each class keeps its share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels become one-hot rows; the position of the largest value leads back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the validation share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the split&apos;s seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} examples · {shape} → {outputs} values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} examples · {shape} · {outputs} classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the scaling</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataPreview</name>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random examples. Click to see others.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DigitsPanel</name>
    <message>
        <source>Draw a digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last stroke back (Backspace)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the drawing (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read a digit from a photo or a scan; or drop one here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut out the ink&apos;s bounding box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale to 20 × 20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the longer side to 20 pixels, as MNIST was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centre of mass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the ink&apos;s centre of mass to the middle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain resize</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shrink the whole canvas to 28 × 28 and do nothing else, as the course does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network does not read 28 × 28 images of ten digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not trained yet: press Train first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} · runner-up {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read a digit from a photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.bmp *.gif *.tif *.tiff *.webp)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawingCanvas</name>
    <message>
        <source>Drawing canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit. Backspace takes the last stroke back, Delete clears.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a digit here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExampleCard</name>
    <message>
        <source>label {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read as {name} with {probability}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read as {name}, output {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FactsLabel</name>
    <message>
        <source>1 layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{optimizer} {rate} · batch {batch}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FeaturesPanel</name>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer whose activations are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data could not be loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The features appear as soon as the data is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a layer to see what it makes of the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A network this large shows its features once it is trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not trained yet: features of new random weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after epoch {epoch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 unit · height only spreads the points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 values as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PCA · {first} % + {second} % of the variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PCA · {first} % + {second} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FitButton</name>
    <message>
        <source>Actual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the network at its actual size (Ctrl+0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the whole network into view (Ctrl+0)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InsertMenu</name>
    <message>
        <source>Dense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer of neurons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silences a share of the units while training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BatchNormalization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps each unit&apos;s values in a steady range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turns an image into one row of numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two linear units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bottleneck that the feature view shows as a plane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output for this data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A last layer whose units and activation suit the data.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Click a layer to edit it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the layer is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many neurons it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a neuron makes of its weighted sum. relu is a good start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether each neuron has an offset of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penalty on the weights&apos; size: many become 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penalty on the weights&apos; squares: all stay small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of units silenced while training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How slowly the running mean and variance follow the batches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the variance, so that nothing is divided by zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerActions</name>
    <message>
        <source>There are no layers on the clipboard to paste.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerMenu</name>
    <message>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the project under another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export weights (.npy)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write every kernel and bias as a NumPy file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave MLP Studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo the edit that was undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▶  Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train, pause or go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>■  Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End training; the weights stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▸  One epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train for one epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⟲  New weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget what was learnt: the next training begins with new weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About MLP Studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New from template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}[*] · MLP Studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved in {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>❚❚  Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▶  Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▶  Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation: {metrics}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test set: {metrics}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean absolute error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved in {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} arrays and their manifest are in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes when MLP Studio is started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MLP Studio projects (*{suffix})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No projects yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the weights into a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About MLP Studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MLP Studio {version}

Design, train and understand multilayer perceptrons.
MIT licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes to “{name}” first?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>The settings file was damaged; what could be read was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside MLP Studio: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your project is unchanged. The details help to mend the program.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkCanvas</name>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys select a layer, plus and minus change its units, Enter edits, Delete removes, Alt and an arrow moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} of {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No layers yet. Click “+ Dense” or drag it here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkEye</name>
    <message>
        <source>What the network sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {row}, column {column}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NetworkScene</name>
    <message>
        <source>The input: {shape} numbers for each example.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{layer} ({kind}): {before} → {after}, {count} parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>+ Dense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a layer of neurons after the selected one, or drag it into place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ Dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Dropout: silences a share of the units while training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ BatchNorm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add batch normalization: keeps each unit&apos;s values in a steady range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ More…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All kinds of layers.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaneMap</name>
    <message>
        <source>What the network says in the plane</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanePanel</name>
    <message>
        <source>Move the mouse over the plane, or press the arrow keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data could not be loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plane appears as soon as the data is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This data does not lie in the plane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not trained yet: this is what new random weights say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live · epoch {epoch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>({x}, {y}) → class {name} with {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>({x}, {y}) → class {name}, output {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>f({x}, {y}) ≈ {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>f({x}, {y}) ≈ {value}, true {true}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProbabilityBars</name>
    <message>
        <source>Probabilities</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceFields</name>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points drawn from the square.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many digits are made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>60,000 images to train, 10,000 to test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same examples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of spiral arms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arm k belongs to class k modulo this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points per arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples on each arm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest random turn of a point, in radians.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn from point to point, in radians.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of an arm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance of the arms from the centre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built-in digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spirals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Function: egg crate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Function: radial Gaussian</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SplitBar</name>
    <message>
        <source>{train} for training, {validation} for validation, {test} for the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} val</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} test</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Begin with another template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where training runs. Click for an explanation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU · {cores} cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the training loop…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {epoch} of {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused in epoch {epoch} of {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping in epoch {epoch} of {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch {epoch} of {last} · {left} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained · {epochs} more epochs on Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready · {epochs} epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainingFields</name>
    <message>
        <source>Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam: fast and adaptive, the default. SGD: more control, stable with momentum. RMSprop: good with noisy data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What training makes small; it must suit the last layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate: how far each step goes. Can be changed while training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the last step goes on in the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples a step learns from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often all examples are gone through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Governs new weights, the order of examples and dropout: same seed, same run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends when the validation loss no longer falls and restores the best weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplies the learning rate when the validation loss no longer falls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop early (patience {n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduce rate on plateau (patience {n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the training seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduce the rate on a plateau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the optimizer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_ClassButton</name>
    <message>
        <source>Show or hide class {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_ValueScale</name>
    <message>
        <source>Colours from {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
