using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using KhuyenCong.MicroBench;

// In this process: nothing is generated, restored or built at run time.
BenchmarkRunner.Run<EligibilityBench>(DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance)), args);
