using KhuyenCong.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace KhuyenCong.Web.Tests;

public sealed class SchemaTests
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public void Migrations_MatchTheModel(string provider)
    {
        using var db = DesignTime.Create(options => _ = provider == "sqlite" ? options.UseEmbedded("Data Source=never.db") : options.UsePostgres("Host=never"));
        var snapshot = db.GetService<IModelRuntimeInitializer>().Initialize(((IMutableModel)db.GetService<IMigrationsAssembly>().ModelSnapshot!.Model).FinalizeModel());
        db.GetService<IMigrationsModelDiffer>()
            .GetDifferences(snapshot.GetRelationalModel(), db.GetService<IDesignTimeModel>().Model.GetRelationalModel())
            .Select(o => $"{o.GetType().Name} {string.Join(' ', o.GetType().GetProperties().Where(p => p.PropertyType == typeof(string)).Select(p => p.GetValue(o)))}")
            .ShouldBeEmpty("script/migration --redo Initial");
    }
}
