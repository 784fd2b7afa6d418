using KhuyenCong.Web.Commands;
using KhuyenCong.Web.Hosting;

if (await Verbs.TryRunAsync(args) is { } exitCode)
{
    return exitCode;
}

var builder = WebApplication.CreateBuilder(args);
builder.AddKhuyenCong();
var app = builder.Build();
app.UseKhuyenCong();
return await app.StartKhuyenCongAsync();
