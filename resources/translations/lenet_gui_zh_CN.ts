<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About LeNet GUI</source>
        <translation>关于 LeNet GUI</translation>
    </message>
    <message>
        <source>Draw a digit and see a neural network read it.</source>
        <translation>画一个数字，看神经网络怎样读它。</translation>
    </message>
    <message>
        <source>Free software under the MIT licence. The window is drawn by Qt and PySide6, © The Qt Company Ltd. and other contributors, under the LGPL 3; the networks run on PyTorch. The folder “licences” beside the standalone program holds the terms of all that is inside.</source>
        <translation>自由软件，采用 MIT 许可证。窗口由 Qt 和 PySide6 绘制（© The Qt Company Ltd. 及其他贡献者，LGPL 3）；网络由 PyTorch 运行。独立程序旁的“licences”文件夹中有全部组成部分的许可条款。</translation>
    </message>
    <message>
        <source>The network&apos;s card</source>
        <translation>网络的模型卡</translation>
    </message>
    <message>
        <source>{source}: {accuracy} of {n} read right</source>
        <translation>{source}：{n} 个样本中读对 {accuracy}</translation>
    </message>
    <message>
        <source>{count} trainable parameters</source>
        <translation>{count} 个可训练参数</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>full</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>max pooling</source>
        <translation>最大池化</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Clear</source>
        <translation>清空(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste picture</source>
        <translation>粘贴图片(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Open picture…</source>
        <translation>打开图片(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Save drawing…</source>
        <translation>保存图画(&amp;S)…</translation>
    </message>
    <message>
        <source>Save &amp;view…</source>
        <translation>保存视图(&amp;V)…</translation>
    </message>
    <message>
        <source>Save ma&amp;p…</source>
        <translation>保存特征图(&amp;P)…</translation>
    </message>
    <message>
        <source>Save &amp;activations…</source>
        <translation>保存激活值(&amp;A)…</translation>
    </message>
    <message>
        <source>Save &amp;explanation…</source>
        <translation>保存计算过程(&amp;E)…</translation>
    </message>
    <message>
        <source>C&amp;opy view</source>
        <translation>复制视图(&amp;O)</translation>
    </message>
    <message>
        <source>Copy &amp;map</source>
        <translation>复制特征图(&amp;M)</translation>
    </message>
    <message>
        <source>Open &amp;model…</source>
        <translation>打开模型(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>对比(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Results</source>
        <translation>结果(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Whole network</source>
        <translation>整个网络(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Gallery</source>
        <translation>图库(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Motion</source>
        <translation>动态效果(&amp;M)</translation>
    </message>
    <message>
        <source>Show &amp;log</source>
        <translation>显示日志(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;About LeNet GUI</source>
        <translation>关于 LeNet GUI(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>D&amp;ark, more contrast</source>
        <translation>深色高对比度(&amp;A)</translation>
    </message>
    <message>
        <source>L&amp;ight, more contrast</source>
        <translation>浅色高对比度(&amp;I)</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>网络(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
</context>
<context>
    <name>AnatomyPanel</name>
    <message>
        <source>Back to all maps</source>
        <translation>返回全部特征图</translation>
    </message>
    <message>
        <source>{layer}: {kind}</source>
        <translation>{layer}：{kind}</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Receptive field</source>
        <translation>感受野</translation>
    </message>
    <message>
        <source>Fan-in</source>
        <translation>扇入</translation>
    </message>
    <message>
        <source>Squashing</source>
        <translation>压缩函数</translation>
    </message>
    <message>
        <source>{parameters}, and {fixed} fixed</source>
        <translation>{parameters}，另有 {fixed} 个固定</translation>
    </message>
    <message>
        <source>{smallest} to {largest}</source>
        <translation>{smallest} 到 {largest}</translation>
    </message>
    <message>
        <source>convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>full</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>max pooling</source>
        <translation>最大池化</translation>
    </message>
    <message>
        <source>radial basis</source>
        <translation>径向基</translation>
    </message>
    <message>
        <source>subsampling</source>
        <translation>下采样</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>scaled tanh</source>
        <translation>缩放 tanh</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>Pen down</source>
        <translation>落笔</translation>
    </message>
    <message>
        <source>Pen lifted</source>
        <translation>提笔</translation>
    </message>
</context>
<context>
    <name>CalibrationView</name>
    <message>
        <source>When it says {probability}, it is right {accuracy} of the time ({count} digits).</source>
        <translation>它说 {probability} 时，有 {accuracy} 是对的（{count} 个数字）。</translation>
    </message>
    <message>
        <source>On average its probability is off by {points} points of 100.</source>
        <translation>它给出的概率平均偏差 {points} 个百分点。</translation>
    </message>
    <message>
        <source>It is unsure about {share} of the digits.</source>
        <translation>它对 {share} 的数字没有把握。</translation>
    </message>
    <message>
        <source>Where it is sure, it reads {accuracy} right.</source>
        <translation>有把握时，它读对 {accuracy}。</translation>
    </message>
    <message>
        <source>Of {count} drawings that are no digit, it is unsure about {share}.</source>
        <translation>在 {count} 个不是数字的图画中，它对 {share} 没有把握。</translation>
    </message>
    <message>
        <source>On the dashed line it is right as often as it says. More digits, larger dot.</source>
        <translation>在虚线上，说的概率与读对的比例一致。数字越多，点越大。</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
</context>
<context>
    <name>Challenge</name>
    <message>
        <source>Draw the digit {word}.</source>
        <translation>请画数字{word}。</translation>
    </message>
    <message>
        <source>Well drawn: it reads {digit}, {probability}.</source>
        <translation>画得好：网络读出 {digit}，{probability}。</translation>
    </message>
    <message>
        <source>The network read {digit}. Was it right?</source>
        <translation>网络读成了 {digit}。它读对了吗？</translation>
    </message>
    <message>
        <source>The network is not sure: {digits}? Draw on, or go on.</source>
        <translation>网络没有把握：{digits}？接着画，或者看下一个。</translation>
    </message>
    <message>
        <source>The network sees no digit yet. Draw on, or go on.</source>
        <translation>网络还没看出数字。接着画，或者看下一个。</translation>
    </message>
    <message>
        <source>{right} of {asked}</source>
        <translation>{asked} 个对了 {right} 个</translation>
    </message>
    <message>
        <source>Longest row: {count}. Time: {time}.</source>
        <translation>最多连对 {count} 个。用时 {time}。</translation>
    </message>
    <message>
        <source>All read, well done!</source>
        <translation>全都读对了，真棒！</translation>
    </message>
    <message>
        <source>Touch a drawing to look at it again.</source>
        <translation>点一张画，再看一看。</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>再玩一次</translation>
    </message>
    <message>
        <source>{count} digits to draw</source>
        <translation>要画 {count} 个数字</translation>
    </message>
    <message>
        <source>{right} of {asked} right · {streak} in a row</source>
        <translation>{asked} 个对了 {right} 个 · 连对 {streak} 个</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>零</translation>
    </message>
    <message>
        <source>one</source>
        <translation>一</translation>
    </message>
    <message>
        <source>two</source>
        <translation>二</translation>
    </message>
    <message>
        <source>three</source>
        <translation>三</translation>
    </message>
    <message>
        <source>four</source>
        <translation>四</translation>
    </message>
    <message>
        <source>five</source>
        <translation>五</translation>
    </message>
    <message>
        <source>six</source>
        <translation>六</translation>
    </message>
    <message>
        <source>seven</source>
        <translation>七</translation>
    </message>
    <message>
        <source>eight</source>
        <translation>八</translation>
    </message>
    <message>
        <source>nine</source>
        <translation>九</translation>
    </message>
</context>
<context>
    <name>ChoiceTools</name>
    <message>
        <source>Sweep</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Let the kernel slide over what the map is made from (space bar)</source>
        <translation>让卷积核在生成该特征图的各图上滑动（空格键）</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Keep the unit chosen in sight while others are chosen (key M)</source>
        <translation>选择别的单元时，仍显示这个单元（M 键）</translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>Show all weights of the layer (key K)</source>
        <translation>显示该层的全部权重（K 键）</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Draw a digit: every network reads it.</source>
        <translation>画一个数字：每个网络都会来读。</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>All read {digit}.</source>
        <translation>全部读作 {digit}。</translation>
    </message>
    <message>
        <source>All are unsure.</source>
        <translation>全都不确定。</translation>
    </message>
    <message>
        <source>None sees a digit.</source>
        <translation>都认为不是数字。</translation>
    </message>
    <message>
        <source>They disagree: {votes}.</source>
        <translation>意见不一：{votes}。</translation>
    </message>
</context>
<context>
    <name>ConfusionMatrix</name>
    <message>
        <source>Errors: {fewest}</source>
        <translation>错误数：{fewest}</translation>
    </message>
</context>
<context>
    <name>ConfusionView</name>
    <message>
        <source>Touch an error to see its digits.</source>
        <translation>点一个错误，查看其中的数字。</translation>
    </message>
    <message>
        <source>{digit} read right: {count} of {all}</source>
        <translation>{digit} 读对：{all} 个中的 {count} 个</translation>
    </message>
    <message>
        <source>{digit} read as {other}: {count} of {all}</source>
        <translation>{digit} 读成 {other}：{all} 个中的 {count} 个</translation>
    </message>
    <message>
        <source>A row for what it is, a column for what was read</source>
        <translation>行是实际的数字，列是读出的数字</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
</context>
<context>
    <name>ConnectionTable</name>
    <message>
        <source>Touch a map of {before} or {layer}</source>
        <translation>触摸 {before} 或 {layer} 的一幅特征图</translation>
    </message>
    <message>
        <source>{layer} map {index} sees {before} maps {maps}</source>
        <translation>{layer} 的第 {index} 幅看到 {before} 的第 {maps} 幅</translation>
    </message>
    <message>
        <source>{before} map {index} feeds {layer} maps {maps}</source>
        <translation>{before} 的第 {index} 幅连到 {layer} 的第 {maps} 幅</translation>
    </message>
    <message>
        <source>Connections from {before} to {layer}</source>
        <translation>从 {before} 到 {layer} 的连接</translation>
    </message>
</context>
<context>
    <name>DrawingPad</name>
    <message>
        <source>Draw a digit</source>
        <translation>画一个数字</translation>
    </message>
    <message>
        <source>Drawing pad</source>
        <translation>画板</translation>
    </message>
    <message>
        <source>Draw a digit here with the mouse, a finger or a pen. By key: the arrows move the pen, Shift finer, Ctrl faster; space puts it down and lifts it.</source>
        <translation>在这里用鼠标、手指或笔画一个数字。用键盘时：方向键移动笔，按住 Shift 更细，按住 Ctrl 更快；空格键落笔和提笔。</translation>
    </message>
</context>
<context>
    <name>Drawings</name>
    <message>
        <source>Drawings that were not read as meant</source>
        <translation>没有读对的画</translation>
    </message>
</context>
<context>
    <name>FeatureMaps</name>
    <message>
        <source>{layer}: {maps} maps of {height}×{width}</source>
        <translation>{layer}：{maps} 幅 {height}×{width} 的特征图</translation>
    </message>
    <message>
        <source>Map {index}</source>
        <translation>特征图 {index}</translation>
    </message>
    <message>
        <source>Enter enlarges a map, the arrow keys walk, I tells about the layer</source>
        <translation>按回车键放大一幅特征图，用方向键移动，按 I 键了解该层</translation>
    </message>
</context>
<context>
    <name>Fool</name>
    <message>
        <source>Fool the network</source>
        <translation>骗过网络</translation>
    </message>
    <message>
        <source>Which digit will you draw? Touch it.</source>
        <translation>你要画哪个数字？点选它。</translation>
    </message>
    <message>
        <source>Draw what everybody reads as {word}, but not the network.</source>
        <translation>画一个大家都认得、网络却认不出的{word}。</translation>
    </message>
    <message>
        <source>Fooled!</source>
        <translation>骗过了！</translation>
    </message>
    <message>
        <source>It is sure of {digit}, {probability}: one point.</source>
        <translation>它认定是 {digit}，{probability}：得一分。</translation>
    </message>
    <message>
        <source>Almost</source>
        <translation>差一点</translation>
    </message>
    <message>
        <source>It is not sure: {digits}? Half a point.</source>
        <translation>它没有把握：{digits}？得半分。</translation>
    </message>
    <message>
        <source>Not fooled</source>
        <translation>没骗过</translation>
    </message>
    <message>
        <source>It reads your {digit}, {probability}. Draw on, or anew.</source>
        <translation>它读出了你的 {digit}，{probability}。接着画，或者重画。</translation>
    </message>
    <message>
        <source>Not a digit</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>It sees no digit here, and that counts nothing. Draw on, or anew.</source>
        <translation>它看不出这是数字，不得分。接着画，或者重画。</translation>
    </message>
    <message>
        <source>Points: {points}</source>
        <translation>得分：{points}</translation>
    </message>
</context>
<context>
    <name>GalleryView</name>
    <message>
        <source>Gallery of handwritten digits</source>
        <translation>手写数字图库</translation>
    </message>
</context>
<context>
    <name>InputView</name>
    <message>
        <source>Input: {size}×{size}</source>
        <translation>输入：{size}×{size}</translation>
    </message>
    <message>
        <source>What the network sees of the drawing</source>
        <translation>网络从图画中看到的输入</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>What the unit adds up</source>
        <translation>该单元的求和</translation>
    </message>
    <message>
        <source>Draw, and what it adds up is seen here</source>
        <translation>写一个数字，这里就会显示它的计算</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{count} weaker ones together: {sum}</source>
        <translation>其余 {count} 个较弱的合计：{sum}</translation>
    </message>
    <message>
        <source>silenced: 0 in place of {value}</source>
        <translation>已屏蔽：以 0 代替 {value}</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
</context>
<context>
    <name>Invitation</name>
    <message>
        <source>Touch to draw</source>
        <translation>触摸开始画数字</translation>
    </message>
</context>
<context>
    <name>KernelMatrix</name>
    <message>
        <source>All weights of the layer</source>
        <translation>该层的全部权重</translation>
    </message>
</context>
<context>
    <name>KernelTable</name>
    <message>
        <source>{layer}: a weight and a bias for each of {count} maps</source>
        <translation>{layer}：{count} 个特征图各有一个权重和一个偏置</translation>
    </message>
    <message>
        <source>{layer}: {count} targets of {size}</source>
        <translation>{layer}：{count} 个 {size} 的目标图</translation>
    </message>
    <message>
        <source>{layer}: {count} kernels of {size}</source>
        <translation>{layer}：{count} 个 {size} 的卷积核</translation>
    </message>
    <message>
        <source>{layer}: {count} × {weights} weights</source>
        <translation>{layer}：{count} × {weights} 个权重</translation>
    </message>
    <message>
        <source>{layer}, map {map}: weight</source>
        <translation>{layer} 特征图 {map}：权重</translation>
    </message>
    <message>
        <source>{layer}, map {map}: bias</source>
        <translation>{layer} 特征图 {map}：偏置</translation>
    </message>
    <message>
        <source>{layer} {map}: its target</source>
        <translation>{layer} {map} 的目标图</translation>
    </message>
    <message>
        <source>{layer}, unit {map} from all of {source}</source>
        <translation>{layer} 单元 {map}，来自整个 {source}</translation>
    </message>
    <message>
        <source>{layer}, map {map} from the input</source>
        <translation>{layer} 特征图 {map}，来自输入</translation>
    </message>
    <message>
        <source>{layer}, map {map} from {source} map {row}</source>
        <translation>{layer} 特征图 {map}，来自 {source} 特征图 {row}</translation>
    </message>
    <message>
        <source>bias {value}</source>
        <translation>偏置 {value}</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>偏置</translation>
    </message>
</context>
<context>
    <name>KernelsPage</name>
    <message>
        <source>{layer} has no weights: max pooling passes on the largest of each {size}</source>
        <translation>{layer} 没有权重：最大池化取每个 {size} 区域中的最大值</translation>
    </message>
    <message>
        <source>Arrow keys lead from kernel to kernel, Page Up and Page Down from layer to layer</source>
        <translation>方向键在卷积核之间移动，Page Up 和 Page Down 在层之间移动</translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>Layer before</source>
        <translation>前一层</translation>
    </message>
    <message>
        <source>Layer after</source>
        <translation>后一层</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Back to the figure</source>
        <translation>返回网络图</translation>
    </message>
</context>
<context>
    <name>LessonButtons</name>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Clear the pad</source>
        <translation>清空画板</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
</context>
<context>
    <name>LessonMenu</name>
    <message>
        <source>&amp;Learn</source>
        <translation>学习(&amp;L)</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>A tour, a spotlight, and two games with the network</source>
        <translation>导览、聚光灯，以及两个和网络一起玩的游戏</translation>
    </message>
    <message>
        <source>&amp;Guided tour</source>
        <translation>导览(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Spotlight on a layer</source>
        <translation>聚光灯：一层(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Challenge</source>
        <translation>挑战(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Fool the network</source>
        <translation>骗过网络(&amp;F)</translation>
    </message>
</context>
<context>
    <name>MapMagnifier</name>
    <message>
        <source>Row {row}, column {column}</source>
        <translation>第 {row} 行，第 {column} 列</translation>
    </message>
    <message>
        <source>Back to all maps</source>
        <translation>返回全部特征图</translation>
    </message>
    <message>
        <source>Enlarged feature map</source>
        <translation>放大的特征图</translation>
    </message>
    <message>
        <source>{layer}, map {index}</source>
        <translation>{layer}，第 {index} 幅特征图</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>MisreadView</name>
    <message>
        <source>{place} of {count}: {label} read as {read} ({probability})</source>
        <translation>第 {place} 个，共 {count} 个：{label} 读成 {read}（{probability}）</translation>
    </message>
    <message>
        <source>There are no pictures of them.</source>
        <translation>没有它们的图片。</translation>
    </message>
    <message>
        <source>Misread: {count}. Touch one to put it on the pad.</source>
        <translation>误读：{count} 个。点一个放到画板上。</translation>
    </message>
    <message>
        <source>{label} read as {read}: {count}. Touch one to put it on the pad.</source>
        <translation>{label} 读成 {read}：{count} 个。点一个放到画板上。</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>The network&apos;s card has pictures of {kept} of {count}.</source>
        <translation>网络卡片中有 {count} 个里 {kept} 个的图片。</translation>
    </message>
    <message>
        <source>Misread digits</source>
        <translation>误读的数字</translation>
    </message>
</context>
<context>
    <name>ModelOpener</name>
    <message>
        <source>Open model: its card</source>
        <translation>打开模型：选择模型卡</translation>
    </message>
    <message>
        <source>Model card (*.json)</source>
        <translation>模型卡 (*.json)</translation>
    </message>
    <message>
        <source>Open model: its file</source>
        <translation>打开模型：选择模型文件</translation>
    </message>
    <message>
        <source>Model (*.pt)</source>
        <translation>模型 (*.pt)</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Open the model {name}?</source>
        <translation>打开模型 {name} 吗？</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>Colours per layer</source>
        <translation>每层一个色标</translation>
    </message>
    <message>
        <source>Colours per map</source>
        <translation>每图一个色标</translation>
    </message>
    <message>
        <source>Colours over all layers</source>
        <translation>所有层共用色标</translation>
    </message>
    <message>
        <source>What shares a colour scale; the key S changes it</source>
        <translation>哪些部分共用一个色标；按 S 键切换</translation>
    </message>
    <message>
        <source>Bring all back</source>
        <translation>全部恢复</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
</context>
<context>
    <name>NetworkRow</name>
    <message>
        <source>no digit</source>
        <translation>非数字</translation>
    </message>
    <message>
        <source>{time} ms a reading</source>
        <translation>每次识读 {time} 毫秒</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>{count} 个参数</translation>
    </message>
</context>
<context>
    <name>NetworkScene</name>
    <message>
        <source>{layer} unit {index}</source>
        <translation>{layer} 单元 {index}</translation>
    </message>
    <message>
        <source>{layer} map {index}</source>
        <translation>{layer} 特征图 {index}</translation>
    </message>
    <message>
        <source>{layer} map {index}, row {row}, column {column}</source>
        <translation>{layer} 特征图 {index}，第 {row} 行，第 {column} 列</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message>
        <source>The whole network</source>
        <translation>整个网络</translation>
    </message>
    <message>
        <source>Arrow keys walk from unit to unit, Page Up and Page Down from map to map, with Ctrl from layer to layer; plus and minus zoom, 0 shows all, Shift and an arrow pans; X silences, the space bar sweeps, M pins, K shows the kernels</source>
        <translation>方向键在单元间移动，Page Up 和 Page Down 在特征图间移动，按住 Ctrl 则在层间移动；加号和减号缩放，0 显示全部，Shift 加方向键平移；X 键屏蔽，空格键扫描，M 键固定，K 键显示卷积核</translation>
    </message>
</context>
<context>
    <name>NumberRow</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>Offer</name>
    <message>
        <source>Guided tour</source>
        <translation>导览</translation>
    </message>
    <message>
        <source>Six steps with your own digit</source>
        <translation>跟着你自己的数字走六步</translation>
    </message>
    <message>
        <source>Spotlight</source>
        <translation>聚光灯</translation>
    </message>
    <message>
        <source>One layer, large</source>
        <translation>把一层放大来看</translation>
    </message>
    <message>
        <source>Challenge</source>
        <translation>挑战</translation>
    </message>
    <message>
        <source>Draw 0 to 9: is each read?</source>
        <translation>画 0 到 9：网络都能读出吗？</translation>
    </message>
    <message>
        <source>Fool the network</source>
        <translation>骗过网络</translation>
    </message>
    <message>
        <source>You read one digit, it another</source>
        <translation>你读出一个数字，它读出另一个</translation>
    </message>
    <message>
        <source>What would you like?</source>
        <translation>想做什么？</translation>
    </message>
</context>
<context>
    <name>PadTools</name>
    <message>
        <source>&amp;Brush</source>
        <translation>画笔(&amp;B)</translation>
    </message>
    <message>
        <source>Brush width</source>
        <translation>画笔粗细</translation>
    </message>
    <message>
        <source>Network that reads</source>
        <translation>进行识读的网络</translation>
    </message>
</context>
<context>
    <name>PictureOpener</name>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.bmp)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.bmp)</translation>
    </message>
    <message>
        <source>Open picture</source>
        <translation>打开图片</translation>
    </message>
</context>
<context>
    <name>PinCard</name>
    <message>
        <source>Pinned; Enter chooses it, Delete takes the pin out</source>
        <translation>已固定；回车键选中，Delete 键取消固定</translation>
    </message>
    <message>
        <source>Take the pin out</source>
        <translation>取消固定</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Wrong. Wait {seconds} s.</source>
        <translation>不对。请等 {seconds} 秒。</translation>
    </message>
    <message>
        <source>Wrong. Try again.</source>
        <translation>不对。请再试一次。</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Delete the last digit</source>
        <translation>删除最后一位</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>PIN of the staff</source>
        <translation>工作人员密码</translation>
    </message>
</context>
<context>
    <name>PredictionChart</name>
    <message>
        <source>Draw a digit</source>
        <translation>画一个数字</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Distance to the target (smaller is closer)</source>
        <translation>到目标的距离（越小越近）</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
</context>
<context>
    <name>ProdPanel</name>
    <message>
        <source>Shift across</source>
        <translation>左右平移</translation>
    </message>
    <message>
        <source>Shift down</source>
        <translation>上下平移</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Shear</source>
        <translation>倾斜</translation>
    </message>
    <message>
        <source>Line width</source>
        <translation>线宽</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪点</translation>
    </message>
    <message>
        <source>{amount} px</source>
        <translation>{amount} 像素</translation>
    </message>
    <message>
        <source>{amount} %</source>
        <translation>{amount} %</translation>
    </message>
    <message>
        <source>{amount}°</source>
        <translation>{amount}°</translation>
    </message>
    <message>
        <source>Two quick touches, or Delete, put it back</source>
        <translation>连点两下或按 Delete 键即可复原</translation>
    </message>
    <message>
        <source>Prod the input</source>
        <translation>摆弄输入</translation>
    </message>
    <message>
        <source>Input prodded</source>
        <translation>输入已改动</translation>
    </message>
    <message>
        <source>Fit and centre</source>
        <translation>缩放并居中</translation>
    </message>
    <message>
        <source>Off: the network sees the drawing as it lies on the sheet</source>
        <translation>关闭后，网络看到的是画在纸上原样的图画</translation>
    </message>
    <message>
        <source>Move by itself</source>
        <translation>自动变化</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>复原</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ProddedMark</name>
    <message>
        <source>Input prodded</source>
        <translation>输入已改动</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>复原</translation>
    </message>
    <message>
        <source>Shows the network the input as it was again</source>
        <translation>让网络重新看到原来的输入</translation>
    </message>
</context>
<context>
    <name>Prodder</name>
    <message>
        <source>Prod</source>
        <translation>摆弄</translation>
    </message>
    <message>
        <source>Shift, turn and distort the input; the key P does it too</source>
        <translation>平移、旋转、扭曲输入；也可按 P 键</translation>
    </message>
</context>
<context>
    <name>ReliabilityDiagram</name>
    <message>
        <source>unsure below {share}</source>
        <translation>低于 {share} 没有把握</translation>
    </message>
    <message>
        <source>Probability given</source>
        <translation>给出的概率</translation>
    </message>
    <message>
        <source>Read right</source>
        <translation>读对的比例</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Confusion</source>
        <translation>混淆</translation>
    </message>
    <message>
        <source>Misread digits</source>
        <translation>误读的数字</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Test material</source>
        <translation>测试材料</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>There are no results of this network.</source>
        <translation>该网络没有测试结果。</translation>
    </message>
    <message>
        <source>The results of this network were not measured in detail.</source>
        <translation>该网络的结果没有详细测量。</translation>
    </message>
    <message>
        <source>{accuracy} of {n} read right</source>
        <translation>{n} 个样本中读对 {accuracy}</translation>
    </message>
    <message>
        <source>{source}: {accuracy} of {n} read right</source>
        <translation>{source}：{n} 个样本中读对 {accuracy}</translation>
    </message>
</context>
<context>
    <name>Spotlight</name>
    <message>
        <source>Your drawing, centred and scaled to {height} × {width} pixels: one number each, 0 for paper, 1 for ink.</source>
        <translation>你画的数字，居中并缩放成 {height} × {width} 个像素：每个像素一个数，0 是纸，1 是墨。</translation>
    </message>
    <message>
        <source>Of every {kernel} × {kernel} units only the largest goes on: the maps shrink to {height} × {width}, and it matters less where exactly a stroke lies.</source>
        <translation>每 {kernel} × {kernel} 个单元只留下最大的：图缩小到 {height} × {width}，笔画的准确位置也不那么要紧了。</translation>
    </message>
    <message>
        <source>Every {kernel} × {kernel} units are added up, weighed and squashed: the maps shrink to {height} × {width}, and it matters less where exactly a stroke lies.</source>
        <translation>每 {kernel} × {kernel} 个单元相加、加权、压缩成一个：图缩小到 {height} × {width}，笔画的准确位置也不那么要紧了。</translation>
    </message>
    <message>
        <source>{maps} units, one for each digit: each measures how far {before} is from its own picture, and the nearest wins.</source>
        <translation>{maps} 个单元，每个数字一个：各自测量 {before} 离自己的图样有多远，最近的就是答案。</translation>
    </message>
    <message>
        <source>{maps} units, one for each digit: each weighs all of {before}, and the largest sum is the answer.</source>
        <translation>{maps} 个单元，每个数字一个：各自把整个 {before} 加权求和，和最大的就是答案。</translation>
    </message>
    <message>
        <source>{maps} units, each of which weighs all {units_before} units of {before}: what was found is put together.</source>
        <translation>{maps} 个单元，每个都把 {before} 的全部 {units_before} 个单元加权求和：所有的发现在这里汇合。</translation>
    </message>
    <message>
        <source>{maps} units, each of which sees all of {before}: from here on there is no place any more, only what was found.</source>
        <translation>{maps} 个单元，每个都看到整个 {before}：从这里起不再有位置，只有找到了什么。</translation>
    </message>
    <message>
        <source>{maps} kernels of {kernel} × {kernel} weights slide over the digit; each makes a map of where it finds its pattern, such as an edge.</source>
        <translation>{maps} 个 {kernel} × {kernel} 的卷积核滑过数字；每个卷积核画出一张图，标出它要找的图样（比如边缘）在哪里。</translation>
    </message>
    <message>
        <source>{maps} maps, each of which combines some of the {maps_before} maps of {before}, as a table says: edges become corners and curves.</source>
        <translation>{maps} 张图，每张按照连接表组合 {before} 的 {maps_before} 张图中的几张：边缘变成了角和弯。</translation>
    </message>
    <message>
        <source>{maps} maps, each of which combines all {maps_before} maps of {before}: edges become corners and curves.</source>
        <translation>{maps} 张图，每张都组合 {before} 的全部 {maps_before} 张图：边缘变成了角和弯。</translation>
    </message>
</context>
<context>
    <name>StaffCounts</name>
    <message>
        <source>Sessions</source>
        <translation>参观次数</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>画作</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>没把握</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>总计</translation>
    </message>
</context>
<context>
    <name>StaffForm</name>
    <message>
        <source>System</source>
        <translation>随系统</translation>
    </message>
    <message>
        <source>Whole network</source>
        <translation>整个网络</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>简洁</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>Gentle</source>
        <translation>柔和</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>One</source>
        <translation>一块</translation>
    </message>
    <message>
        <source>Two: pad and network</source>
        <translation>两块：画板和网络</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark, more contrast</source>
        <translation>深色高对比</translation>
    </message>
    <message>
        <source>Light, more contrast</source>
        <translation>浅色高对比</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>随系统</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Draws by itself after</source>
        <translation>无人触摸多久后自动演示</translation>
    </message>
    <message>
        <source>Asks whether somebody is there after</source>
        <translation>画到一半停下多久后询问</translation>
    </message>
    <message>
        <source>Clears everything after another</source>
        <translation>询问后再过多久清除</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>屏幕</translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <source>Staff</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>Counted on this machine</source>
        <translation>本机统计</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Back to the visitors</source>
        <translation>返回参观模式</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重新启动</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Changes hold until the program ends: there is no file to keep them in.</source>
        <translation>更改只在程序结束前有效：没有可以保存的文件。</translation>
    </message>
    <message>
        <source>Changes are kept in {path}.</source>
        <translation>更改保存在 {path} 中。</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>没有问题。</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Still there?</source>
        <translation>您还在吗？</translation>
    </message>
    <message>
        <source>Touch anywhere to go on. Otherwise everything is cleared.</source>
        <translation>触摸任意处继续，否则将全部清除。</translation>
    </message>
</context>
<context>
    <name>SweepBar</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>{rate}/s</source>
        <translation>{rate}/秒</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Space goes and stays, arrow keys step, comma and period are slower and faster, Escape ends it</source>
        <translation>空格键播放和暂停，方向键逐步移动，逗号和句号减速和加速，Esc 结束</translation>
    </message>
    <message>
        <source>From the beginning</source>
        <translation>从头开始</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>One step on</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>慢一些</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>快一些</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Speed: units a second</source>
        <translation>速度：每秒单元数</translation>
    </message>
    <message>
        <source>End the sweep</source>
        <translation>结束扫描</translation>
    </message>
</context>
<context>
    <name>TakeOut</name>
    <message>
        <source>Save drawing</source>
        <translation>保存手写图</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>保存视图</translation>
    </message>
    <message>
        <source>Save map</source>
        <translation>保存特征图</translation>
    </message>
    <message>
        <source>Save explanation</source>
        <translation>保存计算过程</translation>
    </message>
    <message>
        <source>SVG picture</source>
        <translation>SVG 图片</translation>
    </message>
    <message>
        <source>NumPy arrays</source>
        <translation>NumPy 数组</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Save activations</source>
        <translation>保存激活值</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG 图片</translation>
    </message>
</context>
<context>
    <name>TargetView</name>
    <message>
        <source>Closest to {digit}, at a distance of {distance}</source>
        <translation>最接近 {digit}，距离为 {distance}</translation>
    </message>
    <message>
        <source>{layer}: {width}×{height}, and its distance to each target</source>
        <translation>{layer}：{width}×{height}，以及到各目标的距离</translation>
    </message>
</context>
<context>
    <name>TextSizeMenu</name>
    <message>
        <source>Text &amp;size</source>
        <translation>文字大小(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>放大(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>缩小(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Ordinary size</source>
        <translation>标准大小(&amp;O)</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Draw one on the sheet above, or touch one of these.</source>
        <translation>在上面的纸上画一个，或者点选下面的一个。</translation>
    </message>
    <message>
        <source>First, a digit</source>
        <translation>先要一个数字</translation>
    </message>
    <message>
        <source>The network is being loaded.</source>
        <translation>正在加载网络。</translation>
    </message>
    <message>
        <source>This network has no layer of that kind.</source>
        <translation>这个网络没有这样的层。</translation>
    </message>
    <message>
        <source>Show the network of 1998</source>
        <translation>看 1998 年的网络</translation>
    </message>
    <message>
        <source>A pixel</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>A kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>A map</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>The table</source>
        <translation>连接表</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>The network sees your digit as {height} × {width} pixels. Each is one number: 0 is paper, 1 is ink. The framed pixel is {value}.</source>
        <translation>网络看到的是 {height} × {width} 个像素。每个像素就是一个数：0 是纸，1 是墨。框住的像素是 {value}。</translation>
    </message>
    <message>
        <source>A kernel is a grid of {kernel} × {kernel} weights, laid on a patch of pixels.</source>
        <translation>卷积核是 {kernel} × {kernel} 个权重，盖在一小块像素上。</translation>
    </message>
    <message>
        <source>A kernel is a grid of {kernel} × {kernel} weights, laid on a patch of pixels. This unit adds {count} products and a bias: {sum}.</source>
        <translation>卷积核是 {kernel} × {kernel} 个权重，盖在一小块像素上，逐个相乘。这个单元把 {count} 个乘积和一个偏置加起来：{sum}。</translation>
    </message>
    <message>
        <source>What is negative becomes 0: {value}.</source>
        <translation>负数变成 0：{value}。</translation>
    </message>
    <message>
        <source>Squashed, that is {value}.</source>
        <translation>再经过压缩，得到 {value}。</translation>
    </message>
    <message>
        <source>The same kernel slides over the whole digit: {height} × {width} places make one map. It is bright where its pattern is, at most {value}. {layer} has {maps} kernels, so {maps} maps.</source>
        <translation>同一个卷积核滑过整个数字：{height} × {width} 个位置组成一张特征图。哪里有它要找的图样，哪里就亮，最亮是 {value}。{layer} 有 {maps} 个卷积核，所以有 {maps} 张图。</translation>
    </message>
    <message>
        <source>Pooling keeps the largest of {kernel} × {kernel} units: of {listed} it is {value}.</source>
        <translation>池化在 {kernel} × {kernel} 个单元中只留下最大的：{listed} 里是 {value}。</translation>
    </message>
    <message>
        <source>Subsampling adds up {kernel} × {kernel} units, here {sum}, then weighs and squashes that: {value}.</source>
        <translation>下采样把 {kernel} × {kernel} 个单元加起来，这里是 {sum}，再加权、压缩，得到 {value}。</translation>
    </message>
    <message>
        <source>The map shrinks from {before} × {before} to {after} × {after}, and it matters less where exactly a stroke lies.</source>
        <translation>图从 {before} × {before} 缩小到 {after} × {after}，笔画的准确位置就不那么要紧了。</translation>
    </message>
    <message>
        <source>A table says which maps of {before} a map of {layer} sees. Map {map} sees {listed} alone.</source>
        <translation>{layer} 的每张图看 {before} 的哪几张图，由一张表决定。第 {map} 号图只看 {listed} 号。</translation>
    </message>
    <message>
        <source>So every map has to find something of its own.</source>
        <translation>于是每张图都得找出自己的东西。</translation>
    </message>
    <message>
        <source>In this network every map of {layer} sees all {count} maps of {before}.</source>
        <translation>在这个网络里，{layer} 的每张图都看 {before} 的全部 {count} 张图。</translation>
    </message>
    <message>
        <source>In 1998 a table left each only some of them, to find something of its own.</source>
        <translation>1998 年的网络用一张表，让每张图只看其中几张，好找出自己的东西。</translation>
    </message>
    <message>
        <source>To the framed one, map {map} adds most: {amount}.</source>
        <translation>对框住的这张图，{map} 号图加得最多：{amount}。</translation>
    </message>
    <message>
        <source>From the framed one, map {map} takes most: {amount}.</source>
        <translation>对框住的这张图，{map} 号图减得最多：{amount}。</translation>
    </message>
    <message>
        <source>{count} units, one for each digit, weigh all that was found. {first} gets {most}, then comes {second} with {less}.</source>
        <translation>{count} 个单元，每个数字一个，权衡所有的发现。{first} 得到 {most}，其次是 {second}，{less}。</translation>
    </message>
    <message>
        <source>Each of {count} units compares {before} with its own picture of a digit. {first} is nearest, at a distance of {most}, then comes {second} with {less}.</source>
        <translation>{count} 个单元各自把 {before} 和自己的数字图样比较。{first} 最近，距离是 {most}；其次是 {second}，{less}。</translation>
    </message>
    <message>
        <source>So it reads {digit}.</source>
        <translation>所以网络读出 {digit}。</translation>
    </message>
    <message>
        <source>That is too close: it is not sure.</source>
        <translation>相差太小：网络没有把握。</translation>
    </message>
    <message>
        <source>Yet it takes this for no digit at all.</source>
        <translation>但网络认为这不是数字。</translation>
    </message>
</context>
<context>
    <name>VerdictView</name>
    <message>
        <source>{digit}, {probability}</source>
        <translation>{digit}，{probability}</translation>
    </message>
    <message>
        <source>Unsure: {digit}, {probability}</source>
        <translation>不确定：{digit}，{probability}</translation>
    </message>
    <message>
        <source>Unsure: {first} ({probability}) or {second} ({other})</source>
        <translation>不确定：{first}（{probability}）或 {second}（{other}）</translation>
    </message>
    <message>
        <source>That doesn&apos;t look like a digit to me</source>
        <translation>我觉得这不像数字</translation>
    </message>
    <message>
        <source>Nothing to read yet</source>
        <translation>还没有可读的内容</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>识别结果</translation>
    </message>
    <message>
        <source>{first} or {second}?</source>
        <translation>{first} 或 {second}？</translation>
    </message>
    <message>
        <source>{first}?</source>
        <translation>{first}？</translation>
    </message>
</context>
<context>
    <name>VisitorBar</name>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Text {size} %</source>
        <translation>文字 {size} %</translation>
    </message>
    <message>
        <source>Size of the text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Network that reads</source>
        <translation>识别用的网络</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>_TrialRunner</name>
    <message>
        <source>Open model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>The model is tried in a process of its own…</source>
        <translation>正在独立进程中试运行该模型…</translation>
    </message>
</context>
<context>
    <name>argparse</name>
    <message>
        <source>usage: </source>
        <translation>用法：</translation>
    </message>
    <message>
        <source>options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation>显示这份帮助后退出</translation>
    </message>
    <message>
        <source>%(prog)s: error: %(message)s
</source>
        <translation>%(prog)s：错误：%(message)s
</translation>
    </message>
    <message>
        <source>argument %(argument_name)s: %(message)s</source>
        <translation>参数 %(argument_name)s：%(message)s</translation>
    </message>
    <message>
        <source>expected one argument</source>
        <translation>需要一个值</translation>
    </message>
    <message>
        <source>expected at most one argument</source>
        <translation>最多一个值</translation>
    </message>
    <message>
        <source>expected at least one argument</source>
        <translation>至少需要一个值</translation>
    </message>
    <message>
        <source>ignored explicit argument %r</source>
        <translation>不接受值 %r</translation>
    </message>
    <message>
        <source>invalid %(type)s value: %(value)r</source>
        <translation>不是有效的 %(type)s 值：%(value)r</translation>
    </message>
    <message>
        <source>invalid choice: %(value)r (choose from %(choices)s)</source>
        <translation>没有这个选择：%(value)r（可选：%(choices)s）</translation>
    </message>
    <message>
        <source>ambiguous option: %(option)s could match %(matches)s</source>
        <translation>选项不明确：%(option)s 可能是 %(matches)s</translation>
    </message>
    <message>
        <source>not allowed with argument %s</source>
        <translation>不能和参数 %s 一起用</translation>
    </message>
    <message>
        <source>one of the arguments %s is required</source>
        <translation>需要参数 %s 中的一个</translation>
    </message>
    <message>
        <source>the following arguments are required: %s</source>
        <translation>缺少参数：%s</translation>
    </message>
    <message>
        <source>unrecognized arguments: %s</source>
        <translation>不认识的参数：%s</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>Draw a digit and see LeNet-5 read it. Without a command: open the window, with PICTURE (PNG, JPEG, BMP) on the pad if one is given.</source>
        <translation>画一个数字，看 LeNet-5 怎样读它。不带命令时打开窗口；如果给出 PICTURE（PNG、JPEG、BMP），就把它放到画板上。</translation>
    </message>
    <message>
        <source>tell the version and exit</source>
        <translation>显示版本后退出</translation>
    </message>
    <message>
        <source>check that everything the program needs is there and works; needs no screen</source>
        <translation>检查程序所需的一切是否齐全、能用；不需要屏幕</translation>
    </message>
    <message>
        <source>commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>read pictures (PNG, JPEG, BMP) of a digit</source>
        <translation>读数字的图片（PNG、JPEG、BMP）</translation>
    </message>
    <message>
        <source>write what every layer comes to for a picture, as .npz or .csv</source>
        <translation>把一张图片在每一层的结果写成 .npz 或 .csv</translation>
    </message>
    <message>
        <source>such as C1 C3, or input (default: the input and all layers)</source>
        <translation>例如 C1 C3，或 input（默认：输入和所有层）</translation>
    </message>
    <message>
        <source>measure how well a model reads</source>
        <translation>测量一个模型读得多好</translation>
    </message>
    <message>
        <source>Have a model read one material, or every model every material (--all).</source>
        <translation>让一个模型读一份材料，或让每个模型读每份材料（--all）。</translation>
    </message>
    <message>
        <source>MNIST&apos;s test digits</source>
        <translation>MNIST 的测试数字</translation>
    </message>
    <message>
        <source>a stroke set (.npz)</source>
        <translation>一个笔画集（.npz）</translation>
    </message>
    <message>
        <source>.npz: uint8 images (N, H, W), ink 255; labels</source>
        <translation>.npz：uint8 图像 (N, H, W)，墨迹为 255；以及标签</translation>
    </message>
    <message>
        <source>a stroke set of what is no digit, to be told from the digits</source>
        <translation>不是数字的笔画集，要与数字区分开</translation>
    </message>
    <message>
        <source>of stroke sets read only the writers or alphabets that no model was trained on</source>
        <translation>笔画集中只读没有任何模型训练过的书写者或字母表</translation>
    </message>
    <message>
        <source>every model, on any number of these</source>
        <translation>每个模型，材料数量不限</translation>
    </message>
    <message>
        <source>draw a picture of all that was misread</source>
        <translation>把所有误读的样本画成一张图片</translation>
    </message>
    <message>
        <source>write a page, with pictures beside it</source>
        <translation>写一个页面，图片放在旁边</translation>
    </message>
    <message>
        <source>argument --nondigits: only allowed with --mnist, --strokes or --images</source>
        <translation>参数 --nondigits：只能和 --mnist、--strokes 或 --images 一起用</translation>
    </message>
    <message>
        <source>one of the arguments --mnist --strokes --images is required</source>
        <translation>需要参数 --mnist --strokes --images 中的一个</translation>
    </message>
    <message>
        <source>argument --held-out: only allowed with --strokes or --nondigits</source>
        <translation>参数 --held-out：只能和 --strokes 或 --nondigits 一起用</translation>
    </message>
    <message>
        <source>argument --model: not allowed with argument --all</source>
        <translation>参数 --model：不能和参数 --all 一起用</translation>
    </message>
    <message>
        <source>argument --sheet: not allowed with argument --all; --out draws them too</source>
        <translation>参数 --sheet：不能和参数 --all 一起用；--out 也会画出误读的样本</translation>
    </message>
    <message>
        <source>only --all takes more than one of --mnist --strokes --images</source>
        <translation>只有 --all 接受多个 --mnist --strokes --images</translation>
    </message>
    <message>
        <source>list the models there are, add or remove one</source>
        <translation>列出现有的模型，添加或删除一个</translation>
    </message>
    <message>
        <source>add a model from elsewhere, after a trial</source>
        <translation>试运行后添加一个外来的模型</translation>
    </message>
    <message>
        <source>remove a model that was added</source>
        <translation>删除一个添加过的模型</translation>
    </message>
    <message>
        <source>add without asking: the model is to be trusted</source>
        <translation>不询问就添加：这个模型可信</translation>
    </message>
    <message>
        <source>a model layer by layer, in figures</source>
        <translation>用数字逐层描述一个模型</translation>
    </message>
    <message>
        <source>the model; `lenet-gui models` lists them</source>
        <translation>模型；`lenet-gui models` 会列出它们</translation>
    </message>
    <message>
        <source>train a model on MNIST and on real strokes</source>
        <translation>用 MNIST 和真实的笔画训练一个模型</translation>
    </message>
    <message>
        <source>the network, such as lenet5-sigmoid</source>
        <translation>网络，例如 lenet5-sigmoid</translation>
    </message>
    <message>
        <source>MNIST&apos;s files (default: the cache, or a mirror)</source>
        <translation>MNIST 的文件（默认：缓存，或镜像站）</translation>
    </message>
    <message>
        <source>a stroke set (.npz) of digits, or of what is none; repeatable</source>
        <translation>数字或非数字的笔画集（.npz）；可以重复</translation>
    </message>
    <message>
        <source>the card (.json) of a network to learn from; repeatable</source>
        <translation>作为老师的网络的卡片（.json）；可以重复</translation>
    </message>
    <message>
        <source>how often it sees every sample</source>
        <translation>每个样本看多少遍</translation>
    </message>
    <message>
        <source>what chance starts from</source>
        <translation>随机数的起点</translation>
    </message>
    <message>
        <source>checkpoint, log and curves (default: runs/ID)</source>
        <translation>检查点、日志和曲线（默认：runs/ID）</translation>
    </message>
    <message>
        <source>where the model goes (default: models/)</source>
        <translation>模型放在哪里（默认：models/）</translation>
    </message>
    <message>
        <source>go on with the run in its folder, if there is one</source>
        <translation>如果文件夹里有未完成的训练，就继续</translation>
    </message>
    <message>
        <source>draw the window into a picture, without a screen</source>
        <translation>不用屏幕，把窗口画成图片</translation>
    </message>
    <message>
        <source>a picture to open</source>
        <translation>要打开的图片</translation>
    </message>
    <message>
        <source>which sample of the stroke set</source>
        <translation>笔画集中的第几个样本</translation>
    </message>
    <message>
        <source>all networks side by side</source>
        <translation>所有网络并排</translation>
    </message>
    <message>
        <source>of the window (default: 1280x800)</source>
        <translation>窗口的大小（默认：1280x800）</translation>
    </message>
    <message>
        <source>the look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>such as en or zh_CN</source>
        <translation>例如 en 或 zh_CN</translation>
    </message>
    <message>
        <source>for programs rather than people</source>
        <translation>给程序而不是给人看</translation>
    </message>
    <message>
        <source>must be at least {lowest}, and below 2^63</source>
        <translation>必须至少是 {lowest}，并且小于 2^63</translation>
    </message>
    <message>
        <source>{text} is no size such as 1280x800</source>
        <translation>{text} 不是像 1280x800 这样的大小</translation>
    </message>
    <message>
        <source>{files} written</source>
        <translation>已写入 {files}</translation>
    </message>
    <message>
        <source> and </source>
        <translation> 和 </translation>
    </message>
    <message>
        <source>--sheet FILE.png draws what was misread.</source>
        <translation>--sheet FILE.png 会画出误读的样本。</translation>
    </message>
    <message>
        <source>{model} is removed.</source>
        <translation>{model} 已删除。</translation>
    </message>
    <message>
        <source>Stopped. The epochs done are kept in {folder}: the same command with --resume goes on from there.</source>
        <translation>已停止。完成的轮次保存在 {folder} 中：同一命令加上 --resume 就从那里继续。</translation>
    </message>
    <message>
        <source>{accuracy} of {count} read right: {source}</source>
        <translation>{count} 个中读对 {accuracy}：{source}</translation>
    </message>
    <message>
        <source>{model} and {card} written; log and curves in {folder}</source>
        <translation>已写入 {model} 和 {card}；日志和曲线在 {folder} 中</translation>
    </message>
    <message>
        <source>Nothing was added.</source>
        <translation>没有添加任何东西。</translation>
    </message>
    <message>
        <source>{model} is added: {path}</source>
        <translation>{model} 已添加：{path}</translation>
    </message>
    <message>
        <source>Open {path}? [y/N]</source>
        <translation>打开 {path} 吗？[y/N]</translation>
    </message>
    <message>
        <source>{count} parameters</source>
        <translation>{count} 个参数</translation>
    </message>
    <message>
        <source>{accuracy} on {source}</source>
        <translation>{source} 上 {accuracy}</translation>
    </message>
    <message>
        <source>comes with the app</source>
        <translation>随程序附带</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>你自己的</translation>
    </message>
    <message>
        <source>intact</source>
        <translation>完好</translation>
    </message>
    <message>
        <source>missing, damaged or altered</source>
        <translation>缺失、损坏或被改动</translation>
    </message>
    <message>
        <source>for the public</source>
        <translation>用于公众场合</translation>
    </message>
    <message>
        <source>full screen, and no way out but the staff&apos;s; as FILE.toml says, which `lenet-gui kiosk-config` makes</source>
        <translation>全屏，只有工作人员能退出；按 FILE.toml 运行，该文件由 `lenet-gui kiosk-config` 生成</translation>
    </message>
    <message>
        <source>start the program anew when it crashes or hangs (default: as FILE.toml says)</source>
        <translation>程序崩溃或停止响应时重新启动（默认：按 FILE.toml）</translation>
    </message>
    <message>
        <source>argument --supervise: only allowed with --kiosk</source>
        <translation>参数 --supervise：只能和 --kiosk 一起用</translation>
    </message>
    <message>
        <source>argument --kiosk: goes with no command and no picture</source>
        <translation>参数 --kiosk：不能带命令，也不能带图片</translation>
    </message>
    <message>
        <source>argument --{name}: stands in the kiosk&apos;s file</source>
        <translation>参数 --{name}：应写在展台的文件里</translation>
    </message>
    <message>
        <source>write the kiosk&apos;s file, every setting with what it means</source>
        <translation>写出展台的文件，每个设置都附有说明</translation>
    </message>
    <message>
        <source>for which place (default: museum)</source>
        <translation>用在什么地方（默认：museum）</translation>
    </message>
    <message>
        <source>where to (default: the standard output)</source>
        <translation>写到哪里（默认：标准输出）</translation>
    </message>
    <message>
        <source>replace a file that is there</source>
        <translation>替换已有的文件</translation>
    </message>
    <message>
        <source>ask for the staff&apos;s PIN and print its line of the kiosk&apos;s file</source>
        <translation>询问工作人员的 PIN，并打印展台文件中对应的一行</translation>
    </message>
    <message>
        <source>put it into FILE instead of printing it</source>
        <translation>写进 FILE 而不是打印</translation>
    </message>
    <message>
        <source>what the kiosk counted, as CSV</source>
        <translation>展台的统计，CSV 格式</translation>
    </message>
    <message>
        <source>a line for each (hour)</source>
        <translation>每个时段一行（hour）</translation>
    </message>
    <message>
        <source>have the kiosk start when this user is logged in, or no longer</source>
        <translation>让展台在这个用户登录时启动，或不再启动</translation>
    </message>
    <message>
        <source>for this user, the only way there is</source>
        <translation>为这个用户，也是唯一的方式</translation>
    </message>
    <message>
        <source>no longer</source>
        <translation>不再启动</translation>
    </message>
    <message>
        <source>the kiosk&apos;s file</source>
        <translation>展台的文件</translation>
    </message>
    <message>
        <source>doesn&apos;t look like a digit to me</source>
        <translation>看起来不像数字</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>PIN:</source>
        <translation>PIN 码：</translation>
    </message>
    <message>
        <source>The same again:</source>
        <translation>再次输入：</translation>
    </message>
    <message>
        <source>The PIN is in {file}; it holds from the kiosk&apos;s next start.</source>
        <translation>PIN 码已写入 {file}，展台下次启动时生效。</translation>
    </message>
    <message>
        <source>{file} written; the kiosk keeps its counts in {folder}</source>
        <translation>已写入 {file}；展台的统计保存在 {folder}</translation>
    </message>
    <message>
        <source>At the next login of this user it runs: {command}</source>
        <translation>此用户下次登录时运行：{command}</translation>
    </message>
    <message>
        <source>At once: {command}</source>
        <translation>立即运行：{command}</translation>
    </message>
    <message>
        <source>{file} removed</source>
        <translation>已删除 {file}</translation>
    </message>
    <message>
        <source>It starts no longer. One that runs is ended by the staff, or by: {command}</source>
        <translation>不再自动启动。正在运行的由工作人员退出，或使用：{command}</translation>
    </message>
    <message>
        <source>Nothing was installed.</source>
        <translation>尚未安装过。</translation>
    </message>
    <message>
        <source>Told in: {source}</source>
        <translation>出处：{source}</translation>
    </message>
    <message>
        <source>Input: {size}, paper {paper}, ink {ink}</source>
        <translation>输入：{size}，纸 {paper}，墨 {ink}</translation>
    </message>
    <message>
        <source>N: height and width of the maps; W: of those before; F: kernel; P: padding; S: stride.</source>
        <translation>N：特征图的高和宽；W：前一层特征图的高和宽；F：卷积核；P：填充；S：步幅。</translation>
    </message>
    <message>
        <source>Connections count each weight once for every unit that uses it, biases included.</source>
        <translation>连接数：每个权重按用到它的单元数计数，偏置也算在内。</translation>
    </message>
    <message>
        <source>the input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>卷积核</translation>
    </message>
    <message>
        <source>stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>maps × size</source>
        <translation>特征图 × 大小</translation>
    </message>
    <message>
        <source>squashing</source>
        <translation>压缩函数</translation>
    </message>
    <message>
        <source>units</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>receptive field</source>
        <translation>感受野</translation>
    </message>
    <message>
        <source>fan-in</source>
        <translation>扇入</translation>
    </message>
    <message>
        <source>total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>{trained} + {fixed} fixed</source>
        <translation>{trained} + {fixed} 个固定</translation>
    </message>
    <message>
        <source>Which maps of {before} (rows) feed which maps of {layer} (columns):</source>
        <translation>{before} 的哪些特征图（行）连到 {layer} 的哪些特征图（列）：</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>model {model}</source>
        <translation>模型 {model}</translation>
    </message>
    <message>
        <source>(any)</source>
        <translation>（任意）</translation>
    </message>
    <message>
        <source>translation {language}</source>
        <translation>翻译 {language}</translation>
    </message>
    <message>
        <source>icons</source>
        <translation>图标</translation>
    </message>
    <message>
        <source>fonts</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>colour maps</source>
        <translation>色图</translation>
    </message>
    <message>
        <source>window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>settings folder</source>
        <translation>设置文件夹</translation>
    </message>
    <message>
        <source>log folder</source>
        <translation>日志文件夹</translation>
    </message>
    <message>
        <source>folder of added models</source>
        <translation>所添加模型的文件夹</translation>
    </message>
    <message>
        <source>{right} of {count} digits read, {milliseconds} ms</source>
        <translation>{count} 个数字中读对 {right} 个，{milliseconds} 毫秒</translation>
    </message>
    <message>
        <source>{told}; not read as they should be: {digits}</source>
        <translation>{told}；没有读对的：{digits}</translation>
    </message>
    <message>
        <source>{folder} has no {file} that can be used.</source>
        <translation>{folder} 中没有可用的 {file}。</translation>
    </message>
    <message>
        <source>the app&apos;s sentences and Qt&apos;s are there</source>
        <translation>本程序和 Qt 的句子都在</translation>
    </message>
    <message>
        <source>no usable icons: {files}</source>
        <translation>没有可用的图标：{files}</translation>
    </message>
    <message>
        <source>there are too few</source>
        <translation>太少</translation>
    </message>
    <message>
        <source>{count} drawn</source>
        <translation>画出 {count} 个</translation>
    </message>
    <message>
        <source>no usable fonts: {files}</source>
        <translation>没有可用的字体：{files}</translation>
    </message>
    <message>
        <source>there are none</source>
        <translation>一个也没有</translation>
    </message>
    <message>
        <source>{count} loaded</source>
        <translation>载入 {count} 个</translation>
    </message>
    <message>
        <source>for every look</source>
        <translation>每种外观都有</translation>
    </message>
    <message>
        <source>drawn, {size}</source>
        <translation>已画出，{size}</translation>
    </message>
    <message>
        <source>{folder} can be written to</source>
        <translation>{folder} 可以写入</translation>
    </message>
    <message>
        <source>{accuracy} of {count} read right, {wrong} wrong; {unsure} unsure, {when_sure} of all others right; expected calibration error {error}.</source>
        <translation>{count} 个中读对 {accuracy}，读错 {wrong} 个；不确定的占 {unsure}，其余的读对 {when_sure}；期望校准误差 {error}。</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} 到 {high}</translation>
    </message>
    <message>
        <source>{model} on {source}</source>
        <translation>{model}，材料 {source}</translation>
    </message>
    <message>
        <source> (held out: {writers})</source>
        <translation>（留出的：{writers}）</translation>
    </message>
    <message>
        <source>right</source>
        <translation>读对</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>所画</translation>
    </message>
    <message>
        <source>read as</source>
        <translation>读作</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>no digit</source>
        <translation>非数字</translation>
    </message>
    <message>
        <source>drawings</source>
        <translation>图画</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>No log is kept at {path}: {reason}.</source>
        <translation>无法在 {path} 保存日志：{reason}。</translation>
    </message>
    <message>
        <source>Something went wrong ({reason}). Details are in {log}.</source>
        <translation>出了问题（{reason}）。详情见 {log}。</translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}.</source>
        <translation>无法写入 {path}：{reason}。</translation>
    </message>
    <message>
        <source>There is no screen to open the window on (DISPLAY and WAYLAND_DISPLAY are not set). `lenet-gui snapshot OUT.png` draws the window into a picture instead.</source>
        <translation>没有可以打开窗口的屏幕（未设置 DISPLAY 和 WAYLAND_DISPLAY）。可以改用 `lenet-gui snapshot OUT.png` 把窗口画成图片。</translation>
    </message>
    <message>
        <source>The screen {display} cannot be opened: there is none, or it belongs to somebody else. Start the program from the desktop, as the person who is logged in there.</source>
        <translation>无法打开屏幕 {display}：它不存在，或属于其他用户。请以登录用户的身份从桌面启动程序。</translation>
    </message>
    <message>
        <source>Nobody is there to be asked whether {path} is to be trusted; --yes says so.</source>
        <translation>没有人可以回答 {path} 是否可信；可用 --yes 表示信任。</translation>
    </message>
    <message>
        <source>{path} has no sample {index}: its last is {last}.</source>
        <translation>{path} 中没有第 {index} 个样本：最后一个是第 {last} 个。</translation>
    </message>
    <message>
        <source>The model file {path} cannot be read: {reason}.</source>
        <translation>无法读取模型文件 {path}：{reason}。</translation>
    </message>
    <message>
        <source>The model file {path} is damaged or was altered: it is not the file that its card describes. Install it again.</source>
        <translation>模型文件 {path} 已损坏或被改动：它与模型卡的描述不符。请重新安装。</translation>
    </message>
    <message>
        <source>The file {path} is no TorchScript model.</source>
        <translation>文件 {path} 不是 TorchScript 模型。</translation>
    </message>
    <message>
        <source>The model {path} cannot read an input of 32×32 pixels as its card says.</source>
        <translation>模型 {path} 无法像其模型卡所写的那样识读 32×32 像素的输入。</translation>
    </message>
    <message>
        <source>The card of {path} does not fit its network: the layers or their sizes differ.</source>
        <translation>{path} 的模型卡与其网络不符：层或层的尺寸不同。</translation>
    </message>
    <message>
        <source>The model card {path} cannot be read: {reason}.</source>
        <translation>无法读取模型卡 {path}：{reason}。</translation>
    </message>
    <message>
        <source>The model card {path} is damaged: {reason}.</source>
        <translation>模型卡 {path} 已损坏：{reason}。</translation>
    </message>
    <message>
        <source>The model card {path} has format {found}; this program reads format {wanted}.</source>
        <translation>模型卡 {path} 的格式为 {found}，而本程序读取的格式为 {wanted}。</translation>
    </message>
    <message>
        <source>There is no model {id}. There are: {known}.</source>
        <translation>没有模型 {id}。现有：{known}。</translation>
    </message>
    <message>
        <source>{path} is no PNG, JPEG or BMP picture.</source>
        <translation>{path} 不是 PNG、JPEG 或 BMP 图片。</translation>
    </message>
    <message>
        <source>The picture {path} cannot be read: {reason}.</source>
        <translation>无法读取图片 {path}：{reason}。</translation>
    </message>
    <message>
        <source>The picture {path} is too large: at most {limit} megapixels can be opened.</source>
        <translation>图片 {path} 太大：最多只能打开 {limit} 百万像素的图片。</translation>
    </message>
    <message>
        <source>The settings {path} cannot be read: {reason}.</source>
        <translation>无法读取设置 {path}：{reason}。</translation>
    </message>
    <message>
        <source>The settings {path} make no sense and were set aside as {kept}. The defaults are in use.</source>
        <translation>设置 {path} 无法理解，已另存为 {kept}。现使用默认设置。</translation>
    </message>
    <message>
        <source>The network did not answer in time.</source>
        <translation>网络没有及时作出回答。</translation>
    </message>
    <message>
        <source>The checkpoint {path} cannot be read: {reason}.</source>
        <translation>无法读取检查点 {path}：{reason}。</translation>
    </message>
    <message>
        <source>The checkpoint {path} is damaged. Start the run again in another folder, or delete it first.</source>
        <translation>检查点 {path} 已损坏。请换一个文件夹重新开始训练，或先删除它。</translation>
    </message>
    <message>
        <source>The run in {folder} was started with other settings ({differences}). Give it those or start another with --run.</source>
        <translation>{folder} 中的训练开始时用的是另一组设置（{differences}）。请使用那组设置，或用 --run 另开一次训练。</translation>
    </message>
    <message>
        <source>{name} could not be fetched ({reasons}). Fetch MNIST&apos;s four files yourself and name their folder with --data.</source>
        <translation>无法下载 {name}（{reasons}）。请自行下载 MNIST 的四个文件，并用 --data 指明其所在文件夹。</translation>
    </message>
    <message>
        <source>{path} has nobody held out: it takes five writers or alphabets to keep one from training, and a network was trained on this set.</source>
        <translation>{path} 中没有留出任何人：至少要有五位书写者或五种字母才能留出一份不用于训练，而有网络用这个数据集训练过。</translation>
    </message>
    <message>
        <source>{path} must hold uint8 images of shape (N, H, W), ink 255, and N labels.</source>
        <translation>{path} 必须含有形状为 (N, H, W) 的 uint8 图像（墨迹为 255）和 N 个标签。</translation>
    </message>
    <message>
        <source>{source} holds no drawings.</source>
        <translation>{source} 中没有任何图画。</translation>
    </message>
    <message>
        <source>{source} holds nothing that {model} can be asked: its labels are {found}.</source>
        <translation>{source} 中没有可以考 {model} 的内容：其标签为 {found}。</translation>
    </message>
    <message>
        <source>{folder} holds too few digits to train on: {count}.</source>
        <translation>{folder} 中可供训练的数字太少：{count} 个。</translation>
    </message>
    <message>
        <source>{pictures} and {labels} in {folder} do not hold digits of 28×28 pixels and a label from 0 to 9 for each.</source>
        <translation>{folder} 中的 {pictures} 和 {labels} 不是 28×28 像素的数字及各自 0 到 9 的标签。</translation>
    </message>
    <message>
        <source>{path} is damaged or cut short: it is no whole IDX file of bytes.</source>
        <translation>{path} 已损坏或不完整：它不是完整的字节型 IDX 文件。</translation>
    </message>
    <message>
        <source>{path} is damaged or cut short: it cannot be unpacked.</source>
        <translation>{path} 已损坏或不完整：无法解压。</translation>
    </message>
    <message>
        <source>A model is a program: it can do what any program can, such as read and change your files. Only open models from people you trust.</source>
        <translation>模型就是程序：它能做任何程序能做的事，例如读取和更改您的文件。请只打开您信任的人提供的模型。</translation>
    </message>
    <message>
        <source>The id on the card {path} cannot be the name of a file. An id has up to 64 small letters, digits, dots, hyphens and underscores, and begins and ends with a letter or digit.</source>
        <translation>模型卡 {path} 上的标识不能用作文件名。标识最多 64 个字符，由小写字母、数字、点、连字符和下划线组成，并以字母或数字开头和结尾。</translation>
    </message>
    <message>
        <source>The card {path} has the id {id}, which is that of a model that comes with the app. Give it another.</source>
        <translation>模型卡 {path} 的标识是 {id}，与应用自带的模型相同。请换一个标识。</translation>
    </message>
    <message>
        <source>You added no model {id}. You added: {added}.</source>
        <translation>您没有添加过模型 {id}。您添加过：{added}。</translation>
    </message>
    <message>
        <source>{path} could not be deleted: {reason}.</source>
        <translation>无法删除 {path}：{reason}。</translation>
    </message>
    <message>
        <source>{path} is no file.</source>
        <translation>{path} 不是文件。</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>无法读取 {path}：{reason}。</translation>
    </message>
    <message>
        <source>{path} is too large: files of up to {most} MB can be opened here.</source>
        <translation>{path} 太大：这里最多只能打开 {most} MB 的文件。</translation>
    </message>
    <message>
        <source>There is no network {id} to train. There are: {known}.</source>
        <translation>没有可训练的网络 {id}。现有：{known}。</translation>
    </message>
    <message>
        <source>{folder} holds a run already: go on with it with --resume, or start another with --run.</source>
        <translation>{folder} 中已有一次训练：可用 --resume 继续，或用 --run 另开一次。</translation>
    </message>
    <message>
        <source>{path} is no stroke set: it has no {name}.</source>
        <translation>{path} 不是笔画数据集：其中没有 {name}。</translation>
    </message>
    <message>
        <source>{path} is no stroke set: its points, strokes, labels and writers do not fit together.</source>
        <translation>{path} 不是笔画数据集：其中的点、笔画、标签和书写者对不上。</translation>
    </message>
    <message>
        <source>{path} is damaged or no .npz file of arrays.</source>
        <translation>{path} 已损坏，或者不是由数组组成的 .npz 文件。</translation>
    </message>
    <message>
        <source>The network could not read: {reason}.</source>
        <translation>网络无法识读：{reason}。</translation>
    </message>
    <message>
        <source>The model {path} wants more memory than a LeNet has any use for.</source>
        <translation>模型 {path} 需要的内存超出了 LeNet 的合理用量。</translation>
    </message>
    <message>
        <source>The model {path} fails at some inputs: {reason}.</source>
        <translation>模型 {path} 在某些输入上出错：{reason}。</translation>
    </message>
    <message>
        <source>The model {path} would unpack to {size} MB, which no LeNet needs.</source>
        <translation>模型 {path} 解压后将有 {size} MB，任何 LeNet 都不需要这么大。</translation>
    </message>
    <message>
        <source>The card {path} contradicts itself.</source>
        <translation>模型卡 {path} 自相矛盾。</translation>
    </message>
    <message>
        <source>The card {path} names the parameters {name}, which its network has not.</source>
        <translation>模型卡 {path} 提到参数 {name}，但其网络中没有。</translation>
    </message>
    <message>
        <source>The model {path} answers some inputs with what is no number, or infinite.</source>
        <translation>模型 {path} 对某些输入给出的不是有限的数。</translation>
    </message>
    <message>
        <source>The scores of the model {path} are not the activations of its last layer.</source>
        <translation>模型 {path} 的得分与其最后一层的激活值不一致。</translation>
    </message>
    <message>
        <source>No temporary folder can be made: {reason}.</source>
        <translation>无法创建临时文件夹：{reason}。</translation>
    </message>
    <message>
        <source>The model {path} was not done with a few inputs after {seconds} seconds.</source>
        <translation>模型 {path} 在 {seconds} 秒后仍未处理完几个输入。</translation>
    </message>
    <message>
        <source>The model {path} crashed when it was tried.</source>
        <translation>模型 {path} 在试运行时崩溃了。</translation>
    </message>
    <message>
        <source>No trial of the model could start: {reason}.</source>
        <translation>无法开始试运行该模型：{reason}。</translation>
    </message>
    <message>
        <source>{id} has no layer {name}. It has: {known}.</source>
        <translation>{id} 没有 {name} 这一层。它有：{known}。</translation>
    </message>
    <message>
        <source>{path} could not be written: its name has to end in .npz or .csv.</source>
        <translation>无法写入 {path}：文件名必须以 .npz 或 .csv 结尾。</translation>
    </message>
    <message>
        <source>The gallery in {folder} cannot be read: {reason}.</source>
        <translation>无法读取 {folder} 中的图库：{reason}。</translation>
    </message>
    <message>
        <source>There is no log: {path} could not be written when the program started.</source>
        <translation>没有日志：程序启动时无法写入 {path}。</translation>
    </message>
    <message>
        <source>The log is {path}, but no program here opens it. The path has been copied.</source>
        <translation>日志位于 {path}，但这里没有程序能打开它。路径已复制。</translation>
    </message>
    <message>
        <source>This picture cannot be read: {reason}.</source>
        <translation>无法读取这张图片：{reason}。</translation>
    </message>
    <message>
        <source>There is no ink on the picture {path}: nothing stands out from its paper.</source>
        <translation>图片 {path} 上没有笔迹：没有任何内容与纸面区分开来。</translation>
    </message>
    <message>
        <source>There is no ink on this picture: nothing stands out from its paper.</source>
        <translation>这张图片上没有笔迹：没有任何内容从纸面上显现出来。</translation>
    </message>
    <message>
        <source>There is no picture to paste: copy one, or a picture file, first.</source>
        <translation>没有可粘贴的图片：请先复制一张图片或图片文件。</translation>
    </message>
    <message>
        <source>There are no activations to save yet: draw a digit first.</source>
        <translation>还没有可保存的激活值：请先写一个数字。</translation>
    </message>
    <message>
        <source>No unit is explained: draw a digit, and choose a unit of the whole network.</source>
        <translation>没有可保存的计算过程：请先写一个数字，再在整个网络中选一个单元。</translation>
    </message>
    <message>
        <source>No map is chosen: draw a digit, and touch one of its maps.</source>
        <translation>没有选中特征图：请先写一个数字，再点一张特征图。</translation>
    </message>
    <message>
        <source>{path}, line {line} makes no sense and is left out: {text}. A setting reads name = value, with text in quotes: language = &quot;en&quot;.</source>
        <translation>{path} 第 {line} 行无法理解，已略过：{text}。每项设置写作“名称 = 值”，文字要加英文引号，例如 language = &quot;en&quot;。</translation>
    </message>
    <message>
        <source>{path}, line {line}: {name} is set in line {before} too. The last one counts.</source>
        <translation>{path} 第 {line} 行：第 {before} 行也设置了 {name}。以最后一处为准。</translation>
    </message>
    <message>
        <source>{path}, line {line}: there is no setting {name}. Is {near} meant?</source>
        <translation>{path} 第 {line} 行：没有 {name} 这项设置。是否应为 {near}？</translation>
    </message>
    <message>
        <source>{path}, line {line}: there is no setting {name}.</source>
        <translation>{path} 第 {line} 行：没有 {name} 这项设置。</translation>
    </message>
    <message>
        <source>{path}: {count} more lines are wrong.</source>
        <translation>{path}：还有 {count} 行有误。</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}. The kiosk&apos;s own settings hold.</source>
        <translation>无法读取 {path}：{reason}。展台使用默认设置。</translation>
    </message>
    <message>
        <source>A PIN has {shortest} to {longest} digits.</source>
        <translation>PIN 码由 {shortest} 到 {longest} 位数字组成。</translation>
    </message>
    <message>
        <source>{path}, line {line}: {name} is one of {choices}, not {value}. {taken} is taken.</source>
        <translation>{path} 第 {line} 行：{name} 应为 {choices} 之一，不能是 {value}。现取 {taken}。</translation>
    </message>
    <message>
        <source>{path}, line {line}: {name} is a list of some of {choices}, not {value}. {taken} is taken.</source>
        <translation>{path} 第 {line} 行：{name} 应为列表，各项取自 {choices}，不能是 {value}。现取 {taken}。</translation>
    </message>
    <message>
        <source>{path}, line {line}: {name} is a number from {lowest} to {highest}, not {value}. {taken} is taken.</source>
        <translation>{path} 第 {line} 行：{name} 应为 {lowest} 到 {highest} 之间的数，不能是 {value}。现取 {taken}。</translation>
    </message>
    <message>
        <source>{path}, line {line}: {name} is 0 (never) or a number from {lowest} to {highest}, not {value}. {taken} is taken.</source>
        <translation>{path} 第 {line} 行：{name} 应为 0（从不）或 {lowest} 到 {highest} 之间的数，不能是 {value}。现取 {taken}。</translation>
    </message>
    <message>
        <source>{path}, line {line}: {name} is true or false, not {value}. {taken} is taken.</source>
        <translation>{path} 第 {line} 行：{name} 应为 true 或 false，不能是 {value}。现取 {taken}。</translation>
    </message>
    <message>
        <source>{path}, line {line}: {name} is no line that `lenet-gui kiosk-pin` made. The staff page stays shut until it is.</source>
        <translation>{path} 第 {line} 行：{name} 不是由 lenet-gui kiosk-pin 生成的。改正之前，工作人员页面无法打开。</translation>
    </message>
    <message>
        <source>{path} is there already; --force replaces it.</source>
        <translation>{path} 已存在；用 --force 可替换它。</translation>
    </message>
    <message>
        <source>These were two different PINs.</source>
        <translation>两次输入的 PIN 码不同。</translation>
    </message>
    <message>
        <source>There is no file {path}. `lenet-gui kiosk-config --out {path}` makes it.</source>
        <translation>文件 {path} 不存在。可用 lenet-gui kiosk-config --out {path} 生成。</translation>
    </message>
    <message>
        <source>{path} could not be removed: {reason}.</source>
        <translation>无法删除 {path}：{reason}。</translation>
    </message>
    <message>
        <source>Only Linux is set up by this command; docs/kiosk.md tells how others are.</source>
        <translation>此命令只能设置 Linux；其他系统的设置方法见 docs/kiosk.md。</translation>
    </message>
    <message>
        <source>{path} is missing or damaged: {reason}. Install the program again.</source>
        <translation>{path} 缺失或已损坏：{reason}。请重新安装本程序。</translation>
    </message>
    <message>
        <source>There is no PIN: whoever finds the hidden corner gets to the staff page.</source>
        <translation>没有设置 PIN 码：任何人找到隐藏的角都能打开工作人员页面。</translation>
    </message>
</context>
<context>
    <name>kiosk</name>
    <message>
        <source>A kiosk of LeNet GUI: `lenet-gui --kiosk FILE` opens it; docs/kiosk.md tells more. A line that is wrong keeps nothing dark: its setting is as if the line were not there, and the log, the terminal and the staff page name the line. Text stands in quotes; seconds are numbers.</source>
        <translation>LeNet GUI 的展台设置。用 lenet-gui --kiosk FILE 启动；详见 docs/kiosk.md。某一行写错不会让展台黑屏：该项设置取默认值，日志、终端和工作人员页面会指出是哪一行。文字要加英文引号，秒数直接写数字。</translation>
    </message>
    <message>
        <source>What a visitor finds</source>
        <translation>观众看到的内容</translation>
    </message>
    <message>
        <source>What a session begins in, such as &quot;en&quot; or &quot;zh_CN&quot;; &quot;&quot; is the system&apos;s.</source>
        <translation>每次体验开始时的语言，例如 &quot;en&quot; 或 &quot;zh_CN&quot;；&quot;&quot; 表示系统语言。</translation>
    </message>
    <message>
        <source>What visitors may choose from: {languages}. [] is all of them.</source>
        <translation>观众可以选择的语言：{languages}。[] 表示全部。</translation>
    </message>
    <message>
        <source>How it looks: {themes}. Light suits a bright room.</source>
        <translation>外观：{themes}。明亮的房间适合浅色。</translation>
    </message>
    <message>
        <source>The network that reads: {models}.</source>
        <translation>识别所用的网络：{models}。</translation>
    </message>
    <message>
        <source>The networks that visitors may choose from. [] is all of them.</source>
        <translation>观众可以选择的网络。[] 表示全部。</translation>
    </message>
    <message>
        <source>Beside the pad: &quot;network&quot; is all of it, &quot;compact&quot; the answer and two layers.</source>
        <translation>画板旁边显示什么：&quot;network&quot; 为整个网络，&quot;compact&quot; 为结果和两层。</translation>
    </message>
    <message>
        <source>Size of all letters in percent: 100, 125, 150 or 200.</source>
        <translation>文字大小（百分比）：100、125、150 或 200。</translation>
    </message>
    <message>
        <source>&quot;full&quot;; &quot;gentle&quot; for slow motion only; &quot;none&quot;.</source>
        <translation>动画：&quot;full&quot; 为全部，&quot;gentle&quot; 只保留缓慢的，&quot;none&quot; 为没有。</translation>
    </message>
    <message>
        <source>Whether the mouse cursor is hidden; true for a touch screen.</source>
        <translation>是否隐藏鼠标指针；触摸屏用 true。</translation>
    </message>
    <message>
        <source>Least side of what is touched, in millimetres, from 7 to 40.</source>
        <translation>触摸目标的最小边长，以毫米计，7 到 40。</translation>
    </message>
    <message>
        <source>When nobody is there</source>
        <translation>无人时</translation>
    </message>
    <message>
        <source>Untouched for so many seconds with an empty pad, it draws digits by itself. From 5 on; 0 is never.</source>
        <translation>画板空白且无人触摸达到这个秒数后，自动演示写数字。至少 5；0 表示从不。</translation>
    </message>
    <message>
        <source>Untouched for so many seconds with something unfinished, it asks whether somebody is still there. From 5 on; 0 is never.</source>
        <translation>有未完成的内容且无人触摸达到这个秒数后，询问是否还有人。至少 5；0 表示从不。</translation>
    </message>
    <message>
        <source>How many seconds that question stands before all is cleared, from 10 to 120.</source>
        <translation>询问显示多少秒后清除一切，10 到 120。</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>What `lenet-gui kiosk-pin` prints (`--write FILE` puts it here). Without one whoever finds the corner gets to the staff page, and from there to the desktop.</source>
        <translation>lenet-gui kiosk-pin 给出的内容（用 --write FILE 可直接写到这里）。不设 PIN 码时，任何人找到那个角都能打开工作人员页面，并由此回到桌面。</translation>
    </message>
    <message>
        <source>How many seconds the hidden corner is pressed, 1 to 30.</source>
        <translation>按住隐藏的角多少秒，1 到 30。</translation>
    </message>
    <message>
        <source>Which corner of the pad&apos;s screen: &quot;top-left&quot;, &quot;top-right&quot;, &quot;bottom-left&quot; or &quot;bottom-right&quot;.</source>
        <translation>画板所在屏幕的哪个角：&quot;top-left&quot;（左上）、&quot;top-right&quot;（右上）、&quot;bottom-left&quot;（左下）或 &quot;bottom-right&quot;（右下）。</translation>
    </message>
    <message>
        <source>Screens</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>&quot;one&quot;, or &quot;two&quot; for the pad on one display and the network on another.</source>
        <translation>&quot;one&quot; 为一个屏幕；&quot;two&quot; 为画板和网络各用一个屏幕。</translation>
    </message>
    <message>
        <source>The display with the pad: 1 is the main one, 2 the next, up to 8.</source>
        <translation>显示画板的屏幕：1 为主屏幕，2 为下一个，最多 8。</translation>
    </message>
    <message>
        <source>The display with the network where screens is &quot;two&quot;.</source>
        <translation>screens 为 &quot;two&quot; 时显示网络的屏幕。</translation>
    </message>
    <message>
        <source>Counts, on this machine alone</source>
        <translation>统计，只保存在本机</translation>
    </message>
    <message>
        <source>Whether sessions, drawings and answers are counted by the hour; `lenet-gui kiosk-counts` prints them.</source>
        <translation>是否按小时统计体验次数、所写的数字和识别结果；用 lenet-gui kiosk-counts 查看。</translation>
    </message>
    <message>
        <source>Whether the drawings themselves are kept beside the counts. Ask whoever looks after privacy first.</source>
        <translation>是否同时保存所写的笔画。请先征得负责隐私的人员同意。</translation>
    </message>
    <message>
        <source>Running all day</source>
        <translation>全天运行</translation>
    </message>
    <message>
        <source>Whether a second process starts the program anew when it crashes or hangs.</source>
        <translation>程序崩溃或没有响应时，是否由另一个进程重新启动它。</translation>
    </message>
    <message>
        <source>It hangs when it has not answered for so many seconds, 5 to 600.</source>
        <translation>多少秒没有响应算作卡住，5 到 600。</translation>
    </message>
</context>
</TS>
